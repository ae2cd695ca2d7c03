// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Restyle.h. clang-format does the work.

#include "fixes/Restyle.h"

#include "ast/Failure.h"
#include "clang/Format/Format.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

constexpr StringRef NoStyle = "none";

/// \p Edits as clang-format takes them: what meets is one replacement.
clang::tooling::Replacements replacements(const std::string &File,
                                          StringRef Old,
                                          const std::vector<Edit> &Edits) {
  clang::tooling::Replacements Out;
  for (std::size_t I = 0; I < Edits.size();) {
    const unsigned Begin = Edits[I].Offset;
    unsigned End = Begin;
    std::string Text;
    for (; I < Edits.size() && Edits[I].Offset <= End; ++I) {
      Text += Edits[I].Text;
      End = Edits[I].Offset + Edits[I].Length;
    }
    llvm::cantFail(Out.add({File, Begin, End - Begin, Text}));
  }
  return Out;
}

} // namespace

llvm::Expected<std::string> applyInStyle(StringRef Style,
                                         const std::string &File, StringRef Old,
                                         const std::vector<Edit> &Edits) {
  if (Style.empty() || Style == NoStyle)
    return makePlainly(File, Old, Edits);
  auto Found = clang::format::getStyle(Style, File, NoStyle, Old);
  if (!Found)
    return failure(llvm::formatv(
        "its style of clang-format cannot be read ({0}); mend it, or say "
        "--format-style=none",
        llvm::toString(Found.takeError())));
  auto Clean = clang::format::cleanupAroundReplacements(
      Old, replacements(File, Old, Edits), *Found);
  if (!Clean)
    return Clean.takeError();
  auto Laid = clang::format::formatReplacements(Old, *Clean, *Found);
  if (!Laid)
    return Laid.takeError();
  return clang::tooling::applyAllReplacements(Old, *Laid);
}

std::string problemOfStyle(StringRef Style) {
  if (Style.empty() || Style == "file")
    return {};
  auto Found = clang::format::getStyle(Style, "file.cpp", NoStyle);
  if (Found)
    return {};
  return llvm::formatv("{0}; expected none, file, file:PATH, or a style as "
                       "clang-format's --style takes it",
                       llvm::toString(Found.takeError()));
}

} // namespace async_tidy::tool
