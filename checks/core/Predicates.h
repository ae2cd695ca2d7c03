// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the facts of a call mean?
//
// The first step of decide(): each predicate names one idea of the rules and
// reads only the enumerators in its signature, so that each can be tested over
// all of its inputs. Nothing else in the project interprets a fact.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_PREDICATES_H
#define ASYNC_TIDY_CORE_PREDICATES_H

#include "Facts.h"

namespace async_tidy {

constexpr bool inCleanup(Region R) { return R != Region::Ordinary; }

constexpr bool isCaptured(Capture C) { return C != Capture::None; }

/// Whether a deadline that cancels is in force; one that orphans is none.
constexpr bool isBounded(DeadlineSource D) {
  switch (D) {
  case DeadlineSource::None:
  case DeadlineSource::OrphaningOnly:
    return false;
  case DeadlineSource::OnCall:
  case DeadlineSource::Around:
  case DeadlineSource::Behind:
  case DeadlineSource::RacingTimer:
  case DeadlineSource::OnEveryChild:
  case DeadlineSource::PassedOn:
    return true;
  }
  return false;
}

/// Whether there can be a sibling to cancel. A count that the source does not
/// tell counts as several: a gather is written for several.
constexpr bool hasSiblings(Children C) {
  switch (C) {
  case Children::None:
  case Children::One:
    return false;
  case Children::Several:
  case Children::Range:
  case Children::Unknown:
    return true;
  }
  return false;
}

/// Whether the failure the caller sees is the one that happened first.
constexpr bool reportsTheCause(Reports R) {
  switch (R) {
  case Reports::FirstInTime:
  case Reports::PerChild:
    return true;
  case Reports::FirstInOrder:
  case Reports::Last:
  case Reports::Unspecified:
  case Reports::Nothing:
    return false;
  }
  return false;
}

/// Whether a failing child stops the others and the caller waits for them.
constexpr bool cancelsAndJoins(Siblings OnFailure, Resumes When) {
  return OnFailure == Siblings::Cancelled && When == Resumes::AfterAll;
}

/// Whether the first child that ends, however it does, stops the others and the
/// caller waits for them: a timer among the children is a deadline that
/// cancels.
constexpr bool endsWithFirst(const RowFacts &R) {
  return R.OnSuccess == Siblings::Cancelled && R.When == Resumes::AfterAll;
}

/// Whether the primitive is a safe gather in all but name and deadline.
constexpr bool keepsEveryPromise(const RowFacts &R) {
  return cancelsAndJoins(R.OnFailure, R.When) &&
         R.What == Reports::FirstInTime && R.Cancel == Cancellation::Implicit;
}

/// More than one child, siblings left running or errors lost or misreported,
/// and exceptions not captured.
constexpr bool failFastHelps(const RowFacts &R, const SiteFacts &S) {
  if (!hasSiblings(S.Count) || isCaptured(S.Captured))
    return false;
  return !cancelsAndJoins(R.OnFailure, R.When) || !reportsTheCause(R.What);
}

constexpr bool isLongRunning(Work W) {
  switch (W) {
  case Work::Unknown:
    return false;
  case Work::IoRow:
  case Work::LongRunningVerb:
    return true;
  }
  return false;
}

/// No deadline that cancels, and work that may take long, or cleanup, which
/// must never wait for ever.
constexpr bool timeoutHelps(const SiteFacts &S) {
  return !isBounded(S.Deadline) &&
         (isLongRunning(S.Duration) || inCleanup(S.Where));
}

/// Whether the call waits for several children under one of the two names.
constexpr bool isGather(Role R) {
  return R == Role::Gather || R == Role::SafeGather;
}

/// Whether captured results, which hold the failures, are looked at by nobody.
/// An explicit (void) says that this is meant.
constexpr bool resultsAreLost(const SiteFacts &S) {
  const bool Captured =
      S.Captured == Capture::ByPrimitive || S.Captured == Capture::ByOption;
  if (!Captured)
    return false;
  switch (S.Results) {
  case Inspection::Unknown:
  case Inspection::Read:
    return S.Result == Use::Discarded;
  case Inspection::NeverRead:
    return S.Result == Use::Discarded || S.Result == Use::Used ||
           S.Result == Use::AwaitableStored;
  case Inspection::Dropped:
  case Inspection::Ignored:
    return true;
  case Inspection::HandedOver:
  case Inspection::NoFailures:
    return false;
  }
  return false;
}

/// Whether the call bounds work by a deadline at which the work runs on.
constexpr bool orphansAtDeadline(const RowFacts &R, Timer Clock) {
  if (R.Kind == Role::Timeout)
    return R.Bound == Deadline::Orphaning;
  return R.Kind == Role::Race && Clock == Timer::AmongChildren &&
         !endsWithFirst(R);
}

/// Whether the call races work against a timer, and a failure of the work
/// does not end the race.
constexpr bool failureWaitsForTimer(const RowFacts &R, Timer Clock) {
  return R.Kind == Role::Race && Clock == Timer::AmongChildren &&
         R.OnFailure == Siblings::Left && !orphansAtDeadline(R, Clock);
}

/// Whether the awaitable of a gather, race or deadline is never awaited.
constexpr bool isDropped(Role Kind, Use Result) {
  switch (Kind) {
  case Role::Gather:
  case Role::SafeGather:
  case Role::Race:
  case Role::Timeout:
    return Result == Use::AwaitableDropped;
  case Role::Wait:
  case Role::Detach:
  case Role::Scope:
  case Role::Io:
  case Role::Builder:
  case Role::Chain:
    return false;
  }
  return false;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_PREDICATES_H
