// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How are facts said in words?
//
// Clauses for diagnostics, `--explain` and the docs, made from enumerators, so
// that every row of the knowledge base gets a true sentence and the same fact
// is never worded twice. Clauses are lower case and have no final period.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_WORDING_H
#define ASYNC_TIDY_CORE_WORDING_H

#include "Facts.h"
#include "Predicates.h"

#include <string_view>

namespace async_tidy::say {

/// What becomes of the siblings "when a child fails".
constexpr std::string_view siblings(const RowFacts &R) {
  if (R.When == Resumes::Sequential)
    return "the children behind it are neither awaited nor cancelled";
  const bool Joined = R.When == Resumes::AfterAll;
  switch (R.OnFailure) {
  case Siblings::Cancelled:
    return Joined ? "its siblings are cancelled and joined"
                  : "its siblings are cancelled but not joined";
  case Siblings::Left:
    return Joined ? "its siblings run on to their end"
                  : "the caller resumes while its siblings run on";
  case Siblings::Terminated:
    return "the program is terminated";
  }
  return {};
}

/// Which failure the caller sees.
constexpr std::string_view reports(Reports R) {
  switch (R) {
  case Reports::FirstInTime:
    return "the first failure is rethrown";
  case Reports::FirstInOrder:
    return "the failure that comes first in argument order is rethrown";
  case Reports::Last:
    return "the failure that comes last is rethrown";
  case Reports::Unspecified:
    return "an unspecified one of the failures is rethrown";
  case Reports::PerChild:
    return "the failure stays in that child's result";
  case Reports::Nothing:
    return "the failure is lost";
  }
  return {};
}

/// What safe_gather adds to a row: the end of "use safe_gather, which ...".
constexpr std::string_view gain(const RowFacts &R) {
  if (!cancelsAndJoins(R.OnFailure, R.When))
    return "which cancels and joins the siblings and takes a timeout";
  if (R.What != Reports::FirstInTime)
    return "which rethrows the first failure and takes a timeout";
  return "which does the same and takes a timeout";
}

/// Why a call counts as cleanup; the name of the function or guard follows.
constexpr std::string_view region(Region R) {
  switch (R) {
  case Region::Ordinary:
    return "not in a cleanup region";
  case Region::Destructor:
    return "in a destructor";
  case Region::CleanupFunction:
    return "in a function that is named like cleanup";
  case Region::ScopeGuard:
    return "in a scope guard or finaliser";
  case Region::BeforeRethrow:
    return "between the capture of an exception and its rethrow";
  case Region::CleanupChildren:
    return "every child is a cleanup call";
  }
  return {};
}

constexpr std::string_view capture(Capture C) {
  switch (C) {
  case Capture::None:
    return "exceptions are not captured";
  case Capture::ByPrimitive:
    return "the primitive captures exceptions";
  case Capture::ByOption:
    return "an option captures exceptions";
  case Capture::ByEveryChild:
    return "every child handles its own failure";
  }
  return {};
}

constexpr std::string_view deadline(DeadlineSource D) {
  switch (D) {
  case DeadlineSource::None:
    return "no deadline is in force";
  case DeadlineSource::OnCall:
    return "the call has a deadline";
  case DeadlineSource::Around:
    return "an enclosing call bounds it";
  case DeadlineSource::Behind:
    return "a deadline follows on its result";
  case DeadlineSource::RacingTimer:
    return "it races against a timer";
  case DeadlineSource::OnEveryChild:
    return "every child has a deadline of its own";
  case DeadlineSource::PassedOn:
    return "the function passes its own deadline on";
  case DeadlineSource::OrphaningOnly:
    return "the only deadline orphans the work";
  }
  return {};
}

constexpr std::string_view work(Work W) {
  switch (W) {
  case Work::Unknown:
    return "nothing says that the work is long-running";
  case Work::IoRow:
    return "a child waits for the outside world";
  case Work::LongRunningVerb:
    return "a child is named like long-running work";
  }
  return {};
}

constexpr std::string_view children(Children C) {
  switch (C) {
  case Children::None:
    return "it has no children";
  case Children::One:
    return "it has one child";
  case Children::Several:
    return "it has several children";
  case Children::Range:
    return "it has a range of children";
  case Children::Unknown:
    return "the number of its children is not known";
  }
  return {};
}

/// What becomes of a task or future that nobody awaits.
constexpr std::string_view dropped(Dropped D) {
  switch (D) {
  case Dropped::NeverRuns:
    return "it never runs";
  case Dropped::Detaches:
    return "it runs on, unowned, and its failure is lost";
  case Dropped::Cancels:
    return "it is cancelled, but not joined";
  case Dropped::CancelsAndJoins:
    return "it is cancelled and joined, and its failure is lost";
  case Dropped::Joins:
    return "it is joined, and its failure is lost";
  case Dropped::Terminates:
    return "the program is terminated";
  }
  return {};
}

} // namespace async_tidy::say

#endif // ASYNC_TIDY_CORE_WORDING_H
