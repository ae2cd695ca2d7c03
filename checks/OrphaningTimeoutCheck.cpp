// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-orphaning-timeout; the judgement is core/Decide.h's.

#include "OrphaningTimeoutCheck.h"

#include "Phrases.h"

namespace async_tidy {

clang::DiagnosticBuilder OrphaningTimeoutCheck::report(const AsyncCall &Call,
                                                       const Verdict &) {
  const GatherSpelling Spelling = settings().spellingFor(Call);
  const CallFacts &F = Call.Facts;
  const std::string ToDo =
      remedy(Call, settings().replacement(),
             "use '" + Spelling.Function + "' with '" + Spelling.Timeout +
                 "', which cancels and joins");
  if (failureWaitsForTimer(F.Row, F.Site.Clock))
    return diag(Call.At.Loc,
                "'%0' (%1) used as a timeout: when the work fails, the caller "
                "still waits for the timer and the failure is hidden; %2",
                levelOf(*Call.Row.Library))
           << Call.displayName() << Call.Row.Root->Title << ToDo;
  return diag(Call.At.Loc,
              "'%0' (%1) orphans the work at its deadline: the caller goes on "
              "while the work runs on, unowned, and may use what is gone%2; %3",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title
         << (Call.pitfall().empty() ? "" : "; " + Call.pitfall().str()) << ToDo;
}

} // namespace async_tidy
