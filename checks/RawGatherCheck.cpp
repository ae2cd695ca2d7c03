// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-raw-gather: what, why by this library's behaviour, and
// what to do. The judgement is core/Decide.h's.

#include "RawGatherCheck.h"

#include "Phrases.h"
#include "core/Wording.h"

using clang::DiagnosticBuilder;
using llvm::StringRef;

namespace async_tidy {
namespace {

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

} // namespace

DiagnosticBuilder RawGatherCheck::report(const AsyncCall &Call,
                                         const Verdict &Judgement) {
  const StringRef Prefix = prefixFor(*Judgement.Place);
  const GatherSpelling Spelling = settings().spellingFor(Call);
  const std::string Gather = "use '" + Spelling.Function + "'";
  const bool Captures = capturesAfterwards(Call.Facts.Site) == AddCapture::Yes;
  const std::string ToDo =
      Captures ? Gather + " with '" + Spelling.ReturnExceptions +
                     "', which captures every failure and takes a timeout"
               : Gather + ", " +
                     std::string(hasSiblings(Call.Facts.Site.Count)
                                     ? say::gain(Call.Facts.Row)
                                     : "which takes a timeout");
  return diag(Call.At.Loc, "%0 '%1' of %2: %3; %4", levelOf(*Call.Row.Library))
         << Prefix << Call.displayName() << Call.Row.Root->Title
         << whenAChildFails(Call)
         << remedy(Call, settings().replacement(), ToDo);
}

} // namespace async_tidy
