// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Counting lines and columns.

#include "formats/SourceTexts.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// UTF-16 code units of \p Text; a byte that is no UTF-8 counts as one.
std::uint64_t utf16Units(StringRef Text) {
  std::uint64_t Units = 0;
  while (!Text.empty()) {
    const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
    const unsigned Bytes = llvm::getNumBytesForUTF8(*Begin);
    const bool Whole =
        Bytes <= Text.size() && llvm::isLegalUTF8Sequence(Begin, Begin + Bytes);
    Units += Whole && Bytes == 4 ? 2 : 1;
    Text = Text.drop_front(Whole ? Bytes : 1);
  }
  return Units;
}

/// The length of the token that \p Text starts with, roughly: a name, or
/// punctuation up to a bracket.
std::size_t tokenLength(StringRef Text) {
  const auto InName = [](char C) { return llvm::isAlnum(C) || C == '_'; };
  const auto InOperator = [](char C) {
    return StringRef("&|<>=+-*/%^!~.:").contains(C);
  };
  if (Text.empty())
    return 0;
  return InName(Text.front()) ? Text.take_while(InName).size()
                              : Text.take_while(InOperator).size();
}

} // namespace

StringRef SourceTexts::content(const std::string &File) {
  auto [It, New] = Contents.try_emplace(File);
  if (New)
    if (auto Buffer = llvm::MemoryBuffer::getFile(
            File, /*IsText=*/false, /*RequiresNullTerminator=*/false))
      It->second = std::move(*Buffer);
  return It->second ? It->second->getBuffer() : StringRef();
}

Position SourceTexts::position(const std::string &File, std::uint64_t Offset) {
  const StringRef Text = content(File);
  if (Offset > Text.size() || !Contents[File])
    return {};
  const StringRef Before = Text.take_front(Offset);
  const StringRef OnLine = Before.drop_front(Before.rfind('\n') + 1);
  return {Before.count('\n') + 1, OnLine.size() + 1, utf16Units(OnLine) + 1,
          Offset};
}

Range SourceTexts::range(const Edit &E) {
  return {position(E.File, E.Offset), position(E.File, E.Offset + E.Length)};
}

Range SourceTexts::range(const Message &M) {
  if (M.At.File.empty() || M.At.Line == 0)
    return {};
  std::uint64_t Begin = M.At.Offset;
  std::uint64_t End = M.At.Offset;
  for (const Underline &U : M.Underlines)
    if (U.Offset <= M.At.Offset && M.At.Offset <= U.Offset + U.Length &&
        U.Length > End - Begin) {
      Begin = U.Offset;
      End = U.Offset + U.Length;
    }
  if (Begin == End)
    End += tokenLength(content(M.At.File).drop_front(
        std::min<std::size_t>(Begin, content(M.At.File).size())));
  Range R{position(M.At.File, Begin), position(M.At.File, End)};
  if (R.End.Line == 0) // the file became shorter
    R.End = R.Begin;
  return R;
}

StringRef SourceTexts::line(const Place &At) {
  const StringRef Text = content(At.File);
  if (At.Line == 0 || At.Offset > Text.size())
    return {};
  const std::size_t Begin = Text.take_front(At.Offset).rfind('\n') + 1;
  return Text.drop_front(Begin).split('\n').first.rtrim('\r');
}

std::string utf8(StringRef Text) {
  return isUtf8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

bool isUtf8(StringRef Text) { return llvm::json::isUTF8(Text); }

} // namespace async_tidy::tool
