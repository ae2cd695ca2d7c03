// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where is a byte of a source file, in the units of each report format?
//
// Findings count bytes. A format counts columns in bytes (text, rdjson), UTF-16
// code units (SARIF, GitHub) or not at all, and wants ends as well as begins.
// Sources need not be UTF-8: a byte that is not counts as one of any unit, and
// text that goes into JSON has it replaced by U+FFFD.

#ifndef ASYNC_TIDY_TOOL_FORMATS_SOURCETEXTS_H
#define ASYNC_TIDY_TOOL_FORMATS_SOURCETEXTS_H

#include "analysis/Findings.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>

namespace async_tidy::tool {

/// Line and columns count from 1.
struct Position {
  std::uint64_t Line = 0; ///< 0: the file could not be read
  std::uint64_t Byte = 0;
  std::uint64_t Utf16 = 0;
  std::uint64_t Offset = 0; ///< in the file, in bytes, from 0
};

struct Range {
  Position Begin;
  Position End; ///< one past the last; equal to Begin where nothing is marked
};

/// Reads files once. Not thread-safe.
class SourceTexts {
public:
  /// The content of \p File, empty where it cannot be read.
  llvm::StringRef content(const std::string &File);
  Position position(const std::string &File, std::uint64_t Offset);
  /// What an edit replaces.
  Range range(const Edit &E);
  /// What a message points at: the underlined bytes around its place, else the
  /// token there.
  Range range(const Message &M);
  /// The line that holds \p At, without its end.
  llvm::StringRef line(const Place &At);

private:
  std::map<std::string, std::unique_ptr<llvm::MemoryBuffer>> Contents;
};

/// \p Text as UTF-8, whatever it was.
std::string utf8(llvm::StringRef Text);

/// Whether \p Text survives utf8() unchanged.
bool isUtf8(llvm::StringRef Text);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_SOURCETEXTS_H
