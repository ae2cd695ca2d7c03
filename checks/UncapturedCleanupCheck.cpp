// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-uncaptured-cleanup; the judgement is core/Decide.h's.

#include "UncapturedCleanupCheck.h"

#include "Phrases.h"

namespace async_tidy {

clang::DiagnosticBuilder UncapturedCleanupCheck::report(const AsyncCall &Call,
                                                        const Verdict &) {
  const GatherSpelling Spelling = settings().spellingFor(Call);
  const bool Replaces = Call.Facts.Site.Where == Region::BeforeRethrow;
  const std::string ToDo =
      remedy(Call, settings().replacement(),
             "use '" + Spelling.Function + "' with '" +
                 Spelling.ReturnExceptions + "', so that all of it is done");
  return diag(Call.At.Loc,
              "'%0' (%1) %2 does not capture failures: %3, and %select{what "
              "follows is not cleaned up|it takes the place of the exception "
              "that was to be rethrown}4; %5")
         << Call.displayName() << Call.Row.Root->Title << inCleanupOf(Call)
         << whenAChildFails(Call) << Replaces << ToDo;
}

} // namespace async_tidy
