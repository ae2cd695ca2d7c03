// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-discarded-gather; the judgement is core/Decide.h's.

#include "DiscardedGatherCheck.h"

#include "Phrases.h"

namespace async_tidy {

clang::DiagnosticBuilder DiscardedGatherCheck::report(const AsyncCall &Call,
                                                      const Verdict &) {
  return diag(Call.At.Loc,
              "the awaitable of '%0' (%1) is dropped: nobody awaits its "
              "children or sees their failures; await it, or write (void) if "
              "this is meant")
         << Call.displayName() << Call.Row.Root->Title;
}

} // namespace async_tidy
