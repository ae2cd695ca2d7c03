// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Transport.h.

#include "Transport.h"

#include <cerrno>
#include <cstddef>
#include <sys/types.h>
#include <unistd.h>
#include <utility>

using llvm::StringRef;

namespace async_tidy::clangd {
namespace {

constexpr std::size_t Chunk = 1 << 16;
/// No header is longer; what goes on like this is something else.
constexpr std::size_t LongestHeader = 1 << 12;
constexpr StringRef Length = "Content-Length:";

} // namespace

bool MessageReader::fill() {
  const std::size_t Old = Pending.size();
  Pending.resize(Old + Chunk);
  ssize_t Got = 0;
  do
    Got = ::read(Descriptor, Pending.data() + Old, Chunk);
  while (Got < 0 && errno == EINTR);
  Pending.resize(Old + (Got > 0 ? Got : 0));
  return Got > 0;
}

MessageReader::Kind MessageReader::rest(std::string &Text) {
  IsRaw = true;
  if (Pending.empty() && !fill())
    return Kind::End;
  Text = std::exchange(Pending, {});
  return Kind::Raw;
}

MessageReader::Kind MessageReader::next(std::string &Text) {
  std::size_t End = StringRef::npos;
  while (!IsRaw && (End = Pending.find("\r\n\r\n")) == StringRef::npos) {
    const StringRef Start = StringRef(Pending).take_front(Length.size());
    if (!Length.starts_with_insensitive(Start) &&
        !StringRef("Content-Type:").starts_with_insensitive(Start))
      return rest(Text);
    if (Pending.size() > LongestHeader || !fill())
      return rest(Text);
  }
  if (IsRaw)
    return rest(Text);

  std::size_t Size = 0;
  bool HasSize = false;
  StringRef Header = StringRef(Pending).take_front(End);
  while (!Header.empty()) {
    auto [Line, Others] = Header.split("\r\n");
    Header = Others;
    if (Line.consume_front_insensitive(Length))
      HasSize = !Line.trim().getAsInteger(10, Size);
  }
  if (!HasSize)
    return rest(Text);
  const std::size_t Begin = End + 4;
  Pending.reserve(Begin + Size);
  while (Pending.size() < Begin + Size)
    if (!fill())
      return rest(Text);
  Text = Pending.substr(Begin, Size);
  Pending.erase(0, Begin + Size);
  return Kind::Message;
}

bool writeAll(int Descriptor, StringRef Text) {
  while (!Text.empty()) {
    const ssize_t Done = ::write(Descriptor, Text.data(), Text.size());
    if (Done < 0 && errno == EINTR)
      continue;
    if (Done <= 0)
      return false;
    Text = Text.drop_front(Done);
  }
  return true;
}

bool writeMessage(int Descriptor, StringRef Body) {
  std::string Text = "Content-Length: " + std::to_string(Body.size());
  Text += "\r\n\r\n";
  Text += Body;
  return writeAll(Descriptor, Text);
}

} // namespace async_tidy::clangd
