// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The predicates that read several facts, held to their definition over every
// combination of those facts, and the seed's rules as sentences of
// static_assert.
//
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror -I%root -fconstexpr-steps=20000000 -fsyntax-only %s
// RUN: %if gcc %{ %gxx -std=c++20 -Wall -Wextra -Werror -I%root -fsyntax-only %s %}

#include "checks/core/Decide.h"
#include "checks/core/Spelling.h"

using namespace async_tidy;

namespace {

/// Calls \p Holds with every value of \p Enum; false as soon as one is.
template <typename Enum, typename F> constexpr bool all(F Holds) {
  for (const auto &S : Spellings<Enum>)
    if (!Holds(S.Value))
      return false;
  return true;
}

// Fail-fast would help: siblings, not captured, and left running or errors lost
// or misreported. Written here a second time, fact by fact.
static_assert(all<Children>([](Children N) {
  return all<Capture>([=](Capture C) {
    return all<Siblings>([=](Siblings S) {
      return all<Resumes>([=](Resumes W) {
        return all<Reports>([=](Reports R) {
          const RowFacts Row{.OnFailure = S, .When = W, .What = R};
          const SiteFacts Site{.Count = N, .Captured = C};
          const bool Plural = N != Children::None && N != Children::One;
          const bool Left = S != Siblings::Cancelled || W != Resumes::AfterAll;
          const bool Lost = R != Reports::FirstInTime && R != Reports::PerChild;
          return failFastHelps(Row, Site) ==
                 (Plural && C == Capture::None && (Left || Lost));
        });
      });
    });
  });
}));

// A timeout would help: no cancelling deadline, and long work or cleanup.
static_assert(all<DeadlineSource>([](DeadlineSource D) {
  return all<Work>([=](Work W) {
    return all<Region>([=](Region R) {
      const SiteFacts Site{.Where = R, .Deadline = D, .Duration = W};
      const bool None =
          D == DeadlineSource::None || D == DeadlineSource::OrphaningOnly;
      return timeoutHelps(Site) ==
             (None && (W != Work::Unknown || R != Region::Ordinary));
    });
  });
}));

// A call keeps every promise only if all four facts of its row do.
static_assert(all<Siblings>([](Siblings S) {
  return all<Resumes>([=](Resumes W) {
    return all<Reports>([=](Reports R) {
      return all<Cancellation>([=](Cancellation C) {
        return keepsEveryPromise(
                   {.OnFailure = S, .When = W, .What = R, .Cancel = C}) ==
               (S == Siblings::Cancelled && W == Resumes::AfterAll &&
                R == Reports::FirstInTime && C == Cancellation::Implicit);
      });
    });
  });
}));

// Asio's `a && b`: cancels and joins, but may rethrow the cancellation it
// caused.
constexpr RowFacts AsioAnd{.OnFailure = Siblings::Cancelled,
                           .What = Reports::FirstInOrder,
                           .Cancel = Cancellation::Implicit,
                           .Fix = FixClass::Adapter};
constexpr CallFacts call(RowFacts Row, SiteFacts Site) {
  Site.Count = Children::Several;
  return {Row, Site};
}
constexpr Leaf leaf(const CallFacts &F, Age Code) {
  return *decide(F, {.Code = Code}, RuleSet::all()).Place;
}
constexpr bool found(const CallFacts &F, Age Code) {
  return decide(F, {.Code = Code}, RuleSet::all())
      .Findings.contains(Rule::RawGather);
}

// "Prefer safe_gather for all new async code", cleanup included.
static_assert(leaf(call(AsioAnd, {}), Age::New) == Leaf::UseSafeGather);
static_assert(found(call(AsioAnd, {.Where = Region::Destructor,
                                   .Captured = Capture::ByEveryChild}),
                    Age::New));
// "Don't migrate existing cleanup code" where exceptions are captured …
static_assert(leaf(call(AsioAnd, {.Where = Region::CleanupFunction,
                                  .Captured = Capture::ByEveryChild}),
                   Age::Existing) == Leaf::Keep);
static_assert(!found(call(AsioAnd, {.Where = Region::CleanupFunction,
                                    .Captured = Capture::ByEveryChild}),
                     Age::Existing));
// … and do where they are not: one failing close stops the others.
static_assert(found(call(AsioAnd, {.Where = Region::CleanupFunction}),
                    Age::Existing));
// "Would fail-fast or a timeout help? No: low priority", silent by default.
constexpr RowFacts Equal{.OnFailure = Siblings::Cancelled,
                         .What = Reports::FirstInTime,
                         .Cancel = Cancellation::Implicit};
static_assert(leaf(call(Equal, {}), Age::Existing) == Leaf::LowPriority);
static_assert(!found(call(Equal, {}), Age::Existing));
static_assert(leaf(call(Equal, {.Duration = Work::IoRow}), Age::Existing) ==
              Leaf::Migrate);

// Only gathers are raw gathers, whatever else is true of the call.
static_assert(all<Role>([](Role R) {
  RowFacts Row = AsioAnd;
  Row.Kind = R;
  const Verdict V = decide(call(Row, {}), {}, RuleSet::all());
  return V.Place.has_value() == (R == Role::Gather) &&
         V.Findings.empty() == (R != Role::Gather);
}));

// Nothing is found, and nothing is fixed, in the name of a check that is off.
static_assert(decide(call(AsioAnd, {}), {}, RuleSet()).Findings.empty());
static_assert(decide(call(AsioAnd, {}), {}, RuleSet()).Fix == Recipe{});

} // namespace

// An edit takes away only the findings that it repairs.
constexpr Recipe Plain{.Kind = EditKind::UseSafeGather};
static_assert(repairs(Plain, Rule::RawGather));
static_assert(!repairs(Plain, Rule::MissingTimeout));
static_assert(!repairs(Plain, Rule::UncheckedResults));
static_assert(repairs({.Kind = EditKind::UseSafeGather,
                       .Deadline = AddDeadline::Configured},
                      Rule::MissingTimeout));
static_assert(repairs({.Kind = EditKind::AddOptions,
                       .Capture = AddCapture::Yes},
                      Rule::UncapturedCleanup));
