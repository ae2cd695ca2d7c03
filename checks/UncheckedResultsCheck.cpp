// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-unchecked-results; the judgement is core/Decide.h's.

#include "UncheckedResultsCheck.h"

#include "Phrases.h"

namespace async_tidy {

clang::DiagnosticBuilder UncheckedResultsCheck::report(const AsyncCall &Call,
                                                       const Verdict &) {
  const Inspection Results = Call.Facts.Site.Results;
  if (Results == Inspection::Dropped || Results == Inspection::Ignored)
    return reportChain(Call);
  const bool Named = Results == Inspection::NeverRead;
  return diag(Call.At.Loc,
              "'%0' (%1) returns each child's failure as a value, and "
              "%select{the result is thrown away|nobody reads the result}2: a "
              "failure leaves no trace; look at every result, or "
              "%select{discard it with (void)|mark it [[maybe_unused]]}2 if "
              "this is meant",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title << Named;
}

clang::DiagnosticBuilder
UncheckedResultsCheck::reportChain(const AsyncCall &Call) {
  const bool Ignored = Call.Facts.Site.Results == Inspection::Ignored;
  std::string Advice = Ignored ? "look at every result, or mark the parameter "
                                 "[[maybe_unused]] if this is meant"
                               : "look at every result before that";
  if (!Call.At.TakerRow->Instead.empty())
    Advice = Call.At.TakerRow->Instead;
  const std::string &Pitfall = Call.At.TakerRow->Pitfall;
  return diag(Call.At.Loc,
              "'%0' (%1) returns each child's failure as a value, and "
              "%select{'%3' throws the results away|the callable given to '%3' "
              "never reads them}2: the caller never learns of a failure"
              "%select{|, }4%5; %6",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title << Ignored
         << Call.At.Taker << !Pitfall.empty() << Pitfall << Advice;
}

} // namespace async_tidy
