// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Given the facts of a call and the team's policy: what is the verdict?
//
//   CallFacts + Policy ──> predicates ──> the tree ──> leaf
//                               └───────> recipe, or the reason for none
//
// This is the only place where a judgement is made. It has two steps, so that
// both can be read whole: named predicates, each over just the enumerators it
// reads, and then the tree over predicates. Checks turn a verdict into words,
// Edits turns its recipe into text; neither decides anything.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_DECIDE_H
#define ASYNC_TIDY_CORE_DECIDE_H

#include "Facts.h"
#include "Policy.h"
#include "Predicates.h"
#include "Recipe.h"
#include "Rules.h"

#include <optional>

namespace async_tidy {

/// The leaves of the decision tree.
enum class Leaf : std::uint8_t {
  UseSafeGather, ///< new code: a warning
  Keep,          ///< cleanup that captures: silent, listed by the inventory
  Migrate,       ///< existing code that would profit: a warning
  LowPriority,   ///< existing code that would not: off by default
};

/// What the tree asks, answered.
struct Answers {
  bool New = true;
  bool Cleanup = false;
  bool Captured = false;
  bool FailFastHelps = false;
  bool TimeoutHelps = false;

  friend constexpr bool operator==(const Answers &, const Answers &) = default;
};

constexpr Answers answers(const CallFacts &F, const Policy &P) {
  return {.New = P.Code == Age::New,
          .Cleanup = inCleanup(F.Site.Where),
          .Captured = isCaptured(F.Site.Captured),
          .FailFastHelps = failFastHelps(F.Row, F.Site),
          .TimeoutHelps = timeoutHelps(F.Site)};
}

/// The decision tree. Its complete table is committed beside its test.
constexpr Leaf decisionTree(const Answers &A) {
  if (A.New)
    return Leaf::UseSafeGather;
  if (A.Cleanup && A.Captured)
    return Leaf::Keep;
  if (A.FailFastHelps || A.TimeoutHelps)
    return Leaf::Migrate;
  return Leaf::LowPriority;
}

/// The judgement on one call. A call may have findings of several rules and
/// has at most one recipe, computed for the rules that are enabled.
struct Verdict {
  std::optional<Leaf> Place; ///< only gathers stand in the tree
  RuleSet Findings;
  Recipe Fix;

  friend constexpr bool operator==(const Verdict &, const Verdict &) = default;
};

/// Whether a raw gather on \p Place is worth a finding.
constexpr bool reportsRawGather(Leaf Place, const CallFacts &F,
                                const Policy &P) {
  switch (Place) {
  case Leaf::UseSafeGather:
    return P.Equivalents == Equivalent::Report ||
           !(keepsEveryPromise(F.Row) && isBounded(F.Site.Deadline));
  case Leaf::Keep:
    return false;
  case Leaf::Migrate:
    return true;
  case Leaf::LowPriority:
    return P.Low == LowPriority::Report;
  }
  return false;
}

/// Whether the call ought to have a deadline and has none.
constexpr bool lacksDeadline(const CallFacts &F, const Policy &P) {
  if (isBounded(F.Site.Deadline))
    return false;
  switch (P.Deadlines) {
  case RequireDeadline::LongRunning:
    return isGather(F.Row.Kind) && timeoutHelps(F.Site);
  case RequireDeadline::Always:
    return isGather(F.Row.Kind) ||
           (F.Row.Kind == Role::Io && isLongRunning(F.Site.Duration));
  }
  return false;
}

/// What a call is blamed for, whichever checks are on.
constexpr RuleSet findingsOf(const CallFacts &F, const Policy &P) {
  RuleSet Out;
  const Role Kind = F.Row.Kind;
  const Leaf Place = decisionTree(answers(F, P));
  const bool Kept = Kind == Role::Gather && Place == Leaf::Keep;
  if (Kind == Role::Gather && reportsRawGather(Place, F, P))
    Out.insert(Rule::RawGather);
  if (!Kept && lacksDeadline(F, P))
    Out.insert(Rule::MissingTimeout);
  if (isGather(Kind) && inCleanup(F.Site.Where) && !isCaptured(F.Site.Captured))
    Out.insert(Rule::UncapturedCleanup);
  if (isGather(Kind) && !inCleanup(F.Site.Where) && resultsAreLost(F.Site))
    Out.insert(Rule::UncheckedResults);
  if (orphansAtDeadline(F.Row, F.Site.Clock) ||
      failureWaitsForTimer(F.Row, F.Site.Clock))
    Out.insert(Rule::OrphaningTimeout);
  if (isDropped(Kind, F.Site.Result))
    Out.insert(Rule::DiscardedGather);
  return Out;
}

/// Judges one call. \p Enabled are the rules whose checks are on; findings of
/// other rules are left out and nothing is fixed in their name.
constexpr Verdict decide(const CallFacts &F, const Policy &P, RuleSet Enabled) {
  Verdict V;
  if (F.Row.Kind == Role::Gather)
    V.Place = decisionTree(answers(F, P));
  V.Findings = findingsOf(F, P) & Enabled;
  if (!V.Findings.empty())
    V.Fix = recipeFor(F, P, V.Findings);
  return V;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_DECIDE_H
