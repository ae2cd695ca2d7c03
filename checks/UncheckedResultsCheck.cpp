// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-unchecked-results; the judgement is core/Decide.h's.

#include "UncheckedResultsCheck.h"

#include "Phrases.h"

namespace async_tidy {

clang::DiagnosticBuilder UncheckedResultsCheck::report(const AsyncCall &Call,
                                                       const Verdict &) {
  const bool Named = Call.Facts.Site.Results == Inspection::NeverRead;
  return diag(Call.At.Loc,
              "'%0' (%1) returns each child's failure as a value, and "
              "%select{the result is thrown away|nobody reads the result}2: a "
              "failure leaves no trace; look at every result, or write (void) "
              "before the co_await if this is meant",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title << Named;
}

} // namespace async_tidy
