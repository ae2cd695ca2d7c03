// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The complete tables of decide(), printed and compared with tables.golden.
//
//   predicates   each over every value of just the enumerators it reads
//   tree         all answers; the age of the code is the first of them
//   findings     what each leaf reports, over the policy
//   recipes      class of the row, context, obstacle, capture and use
//
// The golden file is reviewed like code: a change of it is a change of the
// rules. It is never regenerated just to pass.
//
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror -I%root %s -o %t
// RUN: %t > %t.txt
// RUN: diff -u %S/tables.golden %t.txt

#include "checks/core/Explain.h"
#include "checks/core/Spelling.h"

#include <cstdio>
#include <string>

using namespace async_tidy;

namespace {

const char *yes(bool B) { return B ? "yes" : "no"; }

template <typename Enum, typename F> void each(F Print) {
  for (const auto &S : Spellings<Enum>)
    Print(S.Value, std::string(S.Text).c_str());
}

template <typename Enum, typename P> void table(const char *Title, P Holds) {
  std::printf("\n%s\n", Title);
  each<Enum>([&](Enum E, const char *Text) {
    std::printf("  %-22s %s\n", Text, yes(Holds(E)));
  });
}

std::string name(Leaf L) { return std::string(spellLeaf(L)); }

void printPredicates() {
  table<Region>("in cleanup", inCleanup);
  table<Capture>("captured", isCaptured);
  table<DeadlineSource>("bounded", isBounded);
  table<Work>("long-running", isLongRunning);
  table<Children>("has siblings", hasSiblings);
  table<Reports>("reports the cause", reportsTheCause);

  std::printf("\ncancels and joins: on-failure, resumes\n");
  each<Siblings>([](Siblings S, const char *Text) {
    each<Resumes>([&](Resumes W, const char *When) {
      std::printf("  %-18s %-12s %s\n", Text, When, yes(cancelsAndJoins(S, W)));
    });
  });
}

void printTree() {
  std::printf("\nthe tree: new, cleanup, captured, fail-fast helps, timeout "
              "helps\n");
  for (unsigned I = 0; I != 32; ++I) {
    const Answers A{.New = (I & 16) == 0,
                    .Cleanup = (I & 8) != 0,
                    .Captured = (I & 4) != 0,
                    .FailFastHelps = (I & 2) != 0,
                    .TimeoutHelps = (I & 1) != 0};
    std::printf("  %-4s %-4s %-4s %-4s %-4s %s\n", yes(A.New), yes(A.Cleanup),
                yes(A.Captured), yes(A.FailFastHelps), yes(A.TimeoutHelps),
                name(decisionTree(A)).c_str());
  }
}

void printRecipes() {
  std::printf("\nrefusals: class of the row, context, obstacle; then with a "
              "team's own wrapper\n");
  const auto Outcome = [](const CallFacts &F, Replacement By) {
    const Recipe R =
        recipeFor(F, {.Instead = By}, RuleSet::only(Rule::RawGather));
    return R.Kind == EditKind::None ? std::string(describe(R.Why)) : "edit";
  };
  const auto Print = [&](const char *What, const CallFacts &F) {
    const std::string Ours = Outcome(F, Replacement::SafeAsync);
    const std::string Theirs = Outcome(F, Replacement::TeamWrapper);
    std::printf("  %-28s %s%s\n", What, Ours.c_str(),
                Ours == Theirs ? "" : ("; wrapper: " + Theirs).c_str());
  };
  CallFacts Plain;
  Plain.Row.Fix = FixClass::Adapter;
  each<FixClass>([&](FixClass C, const char *Text) {
    CallFacts F = Plain;
    F.Row.Fix = C;
    Print(Text, F);
  });
  each<Context>([&](Context C, const char *Text) {
    CallFacts F = Plain;
    F.Site.In = C;
    Print(Text, F);
  });
  each<EditObstacle>([&](EditObstacle O, const char *Text) {
    CallFacts F = Plain;
    F.Site.Obstacle = O;
    Print(Text, F);
  });
  each<Concurrency>([&](Concurrency C, const char *Text) {
    CallFacts F = Plain;
    F.Row.Window = C;
    Print(Text, F);
  });

  std::printf("\nsafety of the fix: captured, region, use\n");
  each<Capture>([&](Capture C, const char *Captured) {
    for (Region Where : {Region::Ordinary, Region::CleanupFunction})
      each<Use>([&](Use U, const char *Result) {
        CallFacts F = Plain;
        F.Site.Captured = C;
        F.Site.Where = Where;
        F.Site.Result = U;
        const Recipe R = recipeFor(F, {}, RuleSet::only(Rule::RawGather));
        std::printf("  %-14s %-16s %-18s %s%s\n", Captured,
                    std::string(spell(Where)).c_str(), Result,
                    R.How == Safety::Safe ? "safe" : "unsafe",
                    R.Capture == AddCapture::Yes ? ", return_exceptions" : "");
      });
  });
}

void printFindings() {
  std::printf("\nasync-raw-gather reports: leaf, equivalents, low priority, "
              "keeps every promise, bounded\n");
  for (Leaf L :
       {Leaf::UseSafeGather, Leaf::Keep, Leaf::Migrate, Leaf::LowPriority})
    for (Equivalent E : {Equivalent::Report, Equivalent::Accept})
      for (LowPriority Low : {LowPriority::Silent, LowPriority::Report})
        for (bool Keeps : {false, true})
          for (bool Bounded : {false, true}) {
            CallFacts F;
            if (Keeps)
              F.Row = {.OnFailure = Siblings::Cancelled,
                       .What = Reports::FirstInTime,
                       .Cancel = Cancellation::Implicit};
            if (Bounded)
              F.Site.Deadline = DeadlineSource::OnCall;
            const Policy P{.Equivalents = E, .Low = Low};
            std::printf("  %-16s %-7s %-7s %-4s %-4s %s\n", name(L).c_str(),
                        E == Equivalent::Accept ? "accept" : "report",
                        Low == LowPriority::Report ? "report" : "silent",
                        yes(Keeps), yes(Bounded),
                        yes(reportsRawGather(L, F, P)));
          }
}

void printLostResults() {
  std::printf("\nresults are lost: captured, use, inspection\n");
  each<Capture>([](Capture C, const char *Captured) {
    each<Use>([&](Use U, const char *Result) {
      each<Inspection>([&](Inspection I, const char *Read) {
        if (resultsAreLost({.Captured = C, .Result = U, .Results = I}))
          std::printf("  %-14s %-18s %s\n", Captured, Result, Read);
      });
    });
  });
}

void printOrphans() {
  std::printf("\ndeadlines that fail: role, deadline, on-failure, on-success, "
              "resumes, timer\n");
  for (Role Kind : {Role::Timeout, Role::Race})
    each<Deadline>([&](Deadline D, const char *Bound) {
      for (Siblings Failure : {Siblings::Cancelled, Siblings::Left})
        for (Siblings Success : {Siblings::Cancelled, Siblings::Left})
          each<Resumes>([&](Resumes W, const char *When) {
            each<Timer>([&](Timer T, const char *Clock) {
              const RowFacts R{.Kind = Kind,
                               .OnFailure = Failure,
                               .OnSuccess = Success,
                               .When = W,
                               .Bound = D};
              const char *What = orphansAtDeadline(R, T) ? "orphans"
                                 : failureWaitsForTimer(R, T)
                                     ? "failure waits for the timer"
                                     : nullptr;
              // A timeout is judged by its deadline alone: one line is enough.
              if (!What ||
                  (Kind == Role::Timeout &&
                   !(Failure == Siblings::Cancelled &&
                     Success == Siblings::Cancelled && W == Resumes::AfterAll)))
                return;
              std::printf("  %-8s %-11s %-17s %-17s %-11s %-15s %s\n",
                          std::string(spell(Kind)).c_str(), Bound,
                          std::string(spell(Failure)).c_str(),
                          std::string(spell(Success)).c_str(), When, Clock,
                          What);
            });
          });
    });
}

void printDeadlines() {
  std::printf("\nlacks a deadline: required, role, deadline, work, region\n");
  for (RequireDeadline D :
       {RequireDeadline::LongRunning, RequireDeadline::Always})
    for (Role Kind : {Role::Gather, Role::SafeGather, Role::Io, Role::Race})
      for (DeadlineSource S : {DeadlineSource::None, DeadlineSource::OnCall})
        for (Work W : {Work::Unknown, Work::IoRow})
          for (Region R : {Region::Ordinary, Region::CleanupFunction}) {
            CallFacts F;
            F.Row.Kind = Kind;
            F.Site.Deadline = S;
            F.Site.Duration = W;
            F.Site.Where = R;
            if (lacksDeadline(F, {.Deadlines = D}))
              std::printf(
                  "  %-12s %-12s %-8s %-8s %s\n",
                  D == RequireDeadline::Always ? "always" : "long-running",
                  std::string(spell(Kind)).c_str(),
                  std::string(spell(S)).c_str(), std::string(spell(W)).c_str(),
                  std::string(spell(R)).c_str());
          }
}

void printDropped() {
  std::printf("\ndropped: role, use\n");
  each<Role>([](Role R, const char *Kind) {
    each<Use>([&](Use U, const char *Result) {
      if (isDropped(R, U))
        std::printf("  %-12s %s\n", Kind, Result);
    });
  });
}

void printCombinedRecipes() {
  std::printf("\none recipe for the findings of a call: role, findings, "
              "duration\n");
  const char *Names[] = {"raw", "timeout", "cleanup"};
  const Rule Rules[] = {Rule::RawGather, Rule::MissingTimeout,
                        Rule::UncapturedCleanup};
  for (Role Kind : {Role::Gather, Role::SafeGather})
    for (unsigned I = 1; I != 8; ++I)
      for (DefaultTimeout T : {DefaultTimeout::None, DefaultTimeout::Configured,
                               DefaultTimeout::Placeholder}) {
        RuleSet Findings;
        std::string Text;
        for (unsigned B = 0; B != 3; ++B)
          if (I & (1u << B)) {
            Findings.insert(Rules[B]);
            Text += std::string(Text.empty() ? "" : "+") + Names[B];
          }
        if (Kind == Role::SafeGather && Findings.contains(Rule::RawGather))
          continue;
        CallFacts F;
        F.Row.Kind = Kind;
        F.Row.Fix = FixClass::Adapter;
        F.Site.Result = Use::Discarded;
        if (Findings.contains(Rule::UncapturedCleanup))
          F.Site.Where = Region::CleanupFunction;
        const Recipe R = recipeFor(F, {.Timeout = T}, Findings);
        const char *Given = T == DefaultTimeout::None         ? "none"
                            : T == DefaultTimeout::Configured ? "configured"
                                                              : "placeholder";
        std::string Edit =
            R.Kind == EditKind::None            ? std::string(describe(R.Why))
            : R.Kind == EditKind::UseSafeGather ? "use safe_gather"
                                                : "add options";
        if (R.Capture == AddCapture::Yes)
          Edit += ", return_exceptions";
        if (R.Deadline != AddDeadline::No)
          Edit += ", timeout";
        if (R.Kind != EditKind::None && R.How == Safety::Unsafe)
          Edit += " (unsafe)";
        std::printf("  %-12s %-20s %-12s %s\n",
                    std::string(spell(Kind)).c_str(), Text.c_str(), Given,
                    Edit.c_str());
      }
}

} // namespace

int main() {
  std::printf("The tables of decide(). Reviewed by hand; see tables.cpp.\n");
  printPredicates();
  printTree();
  printFindings();
  printRecipes();
  printLostResults();
  printOrphans();
  printDeadlines();
  printDropped();
  printCombinedRecipes();
}
