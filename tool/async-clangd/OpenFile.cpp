// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OpenFile.h. Like clangd, lines end at '\n' only, and a position behind
// the end of its line is the end of the line.

#include "OpenFile.h"

#include <algorithm>

using llvm::StringRef;
namespace json = llvm::json;

namespace async_tidy::clangd {
namespace {

Position readPosition(const json::Object *From) {
  if (!From)
    return {};
  return {From->getInteger("line").value_or(0),
          From->getInteger("character").value_or(0)};
}

json::Object writePosition(const Position &P) {
  return json::Object{{"line", P.Line}, {"character", P.Character}};
}

/// How much a character counts that starts with the byte \p First.
int widthOf(unsigned char First, Encoding Count) {
  const bool IsAstral = First >= 0xF0;
  return Count == Encoding::UTF16 && IsAstral ? 2 : 1;
}

bool isContinuation(unsigned char Byte) { return (Byte & 0xC0) == 0x80; }

} // namespace

Range readRange(const json::Object *From) {
  if (!From)
    return {};
  return {readPosition(From->getObject("start")),
          readPosition(From->getObject("end"))};
}

std::int64_t lengthOf(StringRef Text, Encoding Count) {
  if (Count == Encoding::UTF8)
    return static_cast<std::int64_t>(Text.size());
  std::int64_t Length = 0;
  for (const unsigned char Byte : Text)
    if (!isContinuation(Byte))
      Length += widthOf(Byte, Count);
  return Length;
}

json::Object writeRange(const Range &R) {
  return json::Object{{"start", writePosition(R.Begin)},
                      {"end", writePosition(R.End)}};
}

std::size_t OpenFile::offsetOf(Position At, Encoding Count) const {
  std::size_t Offset = 0;
  for (std::int64_t Line = 0; Line != At.Line; ++Line) {
    const std::size_t End = Text.find('\n', Offset);
    if (End == std::string::npos)
      return Text.size();
    Offset = End + 1;
  }
  std::int64_t Left = At.Character;
  while (Left > 0 && Offset < Text.size() && Text[Offset] != '\n') {
    Left -= widthOf(Text[Offset], Count);
    ++Offset;
    while (Count != Encoding::UTF8 && Offset < Text.size() &&
           isContinuation(Text[Offset]))
      ++Offset;
  }
  return Offset;
}

void OpenFile::change(const json::Array &Changes, Encoding Count) {
  for (const json::Value &Each : Changes) {
    const json::Object *Change = Each.getAsObject();
    const auto New = Change ? Change->getString("text") : std::nullopt;
    if (!New)
      continue;
    const json::Object *Where = Change->getObject("range");
    if (!Where) {
      Text = New->str();
      continue;
    }
    const Range At = readRange(Where);
    const std::size_t Begin = offsetOf(At.Begin, Count);
    const std::size_t End = std::max(Begin, offsetOf(At.End, Count));
    Text.replace(Begin, End - Begin, New->data(), New->size());
  }
}

StringRef OpenFile::line(std::int64_t Number) const {
  if (Number < 0)
    return {};
  const StringRef Rest =
      StringRef(Text).drop_front(offsetOf({Number, 0}, Encoding::UTF8));
  return Rest.take_until([](char C) { return C == '\n'; }).rtrim('\r');
}

StringRef OpenFile::lineEnd() const {
  const std::size_t End = Text.find('\n');
  return End != std::string::npos && End != 0 && Text[End - 1] == '\r' ? "\r\n"
                                                                       : "\n";
}

} // namespace async_tidy::clangd
