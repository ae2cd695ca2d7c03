// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-missing-timeout; the judgement is core/Decide.h's.

#include "MissingTimeoutCheck.h"

#include "Phrases.h"
#include "core/Wording.h"

namespace async_tidy {

clang::DiagnosticBuilder MissingTimeoutCheck::report(const AsyncCall &Call,
                                                     const Verdict &) {
  const SiteFacts &S = Call.Facts.Site;
  const GatherSpelling Spelling = settings().spellingFor(Call);
  std::string Why = inCleanupOf(Call);
  if (Why.empty())
    Why = isLongRunning(S.Duration) ? "of long-running work" : "";
  const bool Orphans = S.Deadline == DeadlineSource::OrphaningOnly;
  const std::string What =
      (Why.empty() ? "" : Why + " ") +
      std::string(Orphans ? "has only a deadline that orphans the work"
                          : "has no deadline");
  const bool IsGather = isGather(Call.Facts.Row.Kind);
  const std::string ToDo =
      remedy(Call, settings().replacement(),
             Call.Facts.Row.Kind == Role::SafeGather
                 ? "give it '" + Spelling.Timeout + "'"
                 : "use '" + Spelling.Function + "' with '" + Spelling.Timeout +
                       "', which cancels and joins");
  return diag(Call.At.Loc,
              "'%0' (%1) %2: %3 that hangs makes the caller wait "
              "for ever; %4",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title << What
         << (IsGather ? "a child" : "an operation") << ToDo;
}

} // namespace async_tidy
