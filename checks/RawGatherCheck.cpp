// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-raw-gather: what, why by this library's behaviour, and
// what to do. The judgement is core/Decide.h's.

#include "RawGatherCheck.h"

#include "core/Wording.h"

using clang::DiagnosticBuilder;
using llvm::StringRef;

namespace async_tidy {
namespace {

StringRef toRef(std::string_view Text) { return {Text.data(), Text.size()}; }

StringRef prefixFor(Leaf Place) {
  switch (Place) {
  case Leaf::UseSafeGather:
    return "raw gather";
  case Leaf::Migrate:
    return "existing raw gather";
  case Leaf::LowPriority:
    return "existing raw gather of low priority";
  case Leaf::Keep:
    break; // never reported
  }
  return "raw gather";
}

/// Why this library's gather is worth replacing.
std::string reason(const AsyncCall &Call) {
  const CallFacts &F = Call.Facts;
  std::string Out;
  if (hasSiblings(F.Site.Count)) {
    Out = "when a child fails, " + std::string(say::siblings(F.Row));
    Out += F.Row.OnFailure == Siblings::Terminated ? "" : "; ";
    if (F.Row.OnFailure != Siblings::Terminated)
      Out += Call.pitfall().empty() ? std::string(say::reports(F.Row.What))
                                    : Call.pitfall().str();
  } else {
    Out = say::children(F.Site.Count);
  }
  return Out;
}

} // namespace

RawGatherCheck::RawGatherCheck(StringRef Name,
                               clang::tidy::ClangTidyContext *Context)
    : AsyncCheck(Info, Name, Context),
      AcceptsEquivalent(readFlag(Options, AcceptEquivalent)),
      ReportsLowPriority(readFlag(Options, ReportLowPriority)) {}

void RawGatherCheck::storeOptions(
    clang::tidy::ClangTidyOptions::OptionMap &Opts) {
  AsyncCheck::storeOptions(Opts);
  Options.store(Opts, toRef(AcceptEquivalent.Name), AcceptsEquivalent);
  Options.store(Opts, toRef(ReportLowPriority.Name), ReportsLowPriority);
}

void RawGatherCheck::adjust(Policy &P) const {
  P.Equivalents = AcceptsEquivalent ? Equivalent::Accept : Equivalent::Report;
  P.Low = ReportsLowPriority ? LowPriority::Report : LowPriority::Silent;
}

DiagnosticBuilder RawGatherCheck::report(const AsyncCall &Call,
                                         const Verdict &Judgement) {
  const StringRef Prefix = prefixFor(*Judgement.Place);
  const GatherSpelling Spelling = settings().spelling();
  const bool NoAdapter = Judgement.Fix.Why == Refusal::NoAdapter;
  if (NoAdapter && !Call.Row.Row->Instead.empty())
    return diag(Call.At.Loc, "%0 '%1' of %2: %3; %4")
           << Prefix << Call.displayName() << Call.Row.Root->Title
           << reason(Call) << Call.Row.Row->Instead;
  if (capturesAfterwards(Call.Facts.Site) == AddCapture::Yes)
    return diag(Call.At.Loc,
                "%0 '%1' of %2: %3; use '%4' with '%5', which captures every "
                "failure and takes a timeout")
           << Prefix << Call.displayName() << Call.Row.Root->Title
           << reason(Call) << Spelling.Function << Spelling.ReturnExceptions;
  return diag(Call.At.Loc, "%0 '%1' of %2: %3; use '%4', %5")
         << Prefix << Call.displayName() << Call.Row.Root->Title << reason(Call)
         << Spelling.Function << toRef(say::gain(Call.Facts.Row));
}

} // namespace async_tidy
