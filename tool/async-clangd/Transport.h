// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do messages of the language server protocol cross a file descriptor?
//
//   Content-Length: 42\r\n \r\n {"jsonrpc": …}
//
// What does not look like this is no conversation between an editor and a
// server (`--help`, clangd's own test formats) and is handed on as it is.

#ifndef ASYNC_TIDY_CLANGD_TRANSPORT_H
#define ASYNC_TIDY_CLANGD_TRANSPORT_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace async_tidy::clangd {

/// Reads one side's messages. Not thread-safe; blocks.
class MessageReader {
public:
  explicit MessageReader(int Descriptor) : Descriptor(Descriptor) {}

  enum class Kind { Message, Raw, End };

  /// Puts the next body into \p Text. From the first thing on that is no
  /// message, everything is Raw: bytes as they came. End is the end of the
  /// stream, and an error of the descriptor is too.
  Kind next(std::string &Text);

private:
  bool fill();
  Kind rest(std::string &Text);

  int Descriptor;
  std::string Pending;
  bool IsRaw = false;
};

/// Writes \p Text whole; false if the descriptor takes no more.
bool writeAll(int Descriptor, llvm::StringRef Text);

/// Writes the message \p Body with its header; false as writeAll().
bool writeMessage(int Descriptor, llvm::StringRef Body);

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_TRANSPORT_H
