// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the editor show, and what has clangd found in it?
//
// The text of an open file as the editor sent it, followed change by change,
// and the findings that clangd published for one version of it. Edits are only
// made from findings of the version that is shown.

#ifndef ASYNC_TIDY_CLANGD_OPENFILE_H
#define ASYNC_TIDY_CLANGD_OPENFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace async_tidy::clangd {

/// What a character of a position counts.
enum class Encoding { UTF8, UTF16, UTF32 };

/// A place in a file, from zero.
struct Position {
  std::int64_t Line = 0;
  std::int64_t Character = 0;

  friend bool operator==(const Position &A, const Position &B) {
    return std::tie(A.Line, A.Character) == std::tie(B.Line, B.Character);
  }
  friend bool operator<(const Position &A, const Position &B) {
    return std::tie(A.Line, A.Character) < std::tie(B.Line, B.Character);
  }
};

struct Range {
  Position Begin;
  Position End;

  friend bool operator==(const Range &A, const Range &B) {
    return A.Begin == B.Begin && A.End == B.End;
  }
};

struct TextEdit {
  Range At;
  std::string Text;

  friend bool operator==(const TextEdit &A, const TextEdit &B) {
    return A.At == B.At && A.Text == B.Text;
  }
};

/// How many characters \p Text, which is UTF-8, has.
std::int64_t lengthOf(llvm::StringRef Text, Encoding Count);

/// Whether CI would ask somebody to act on a finding.
enum class Standing { Counts, Existing };

/// A finding of one of our checks, with its safe fix if it has one.
struct Finding {
  std::string Check;
  Range At;
  std::vector<TextEdit> Fix;
  Standing Weight = Standing::Counts;
  /// As the editor got it, for the actions that belong to it.
  llvm::json::Value Diagnostic = nullptr;
};

Range readRange(const llvm::json::Object *From);
llvm::json::Object writeRange(const Range &R);

class OpenFile {
public:
  OpenFile() = default;
  OpenFile(std::string Path, std::string Text,
           std::optional<std::int64_t> Version)
      : Path(std::move(Path)), Version(Version), Text(std::move(Text)) {}

  const std::string &text() const { return Text; }

  /// Applies `contentChanges` of a didChange notification.
  void change(const llvm::json::Array &Changes, Encoding Count);

  /// A line without its end; empty where there is none.
  llvm::StringRef line(std::int64_t Number) const;
  /// How the file ends its lines.
  llvm::StringRef lineEnd() const;
  /// Whether the findings are those of the text that is shown.
  bool isCurrent() const { return !Version || !Found || Version == Found; }

  std::string Path;                    ///< canonical
  std::optional<std::int64_t> Version; ///< of the text, where editors count
  std::optional<std::int64_t> Found;   ///< the version the findings are of
  std::vector<Finding> Findings;

private:
  std::size_t offsetOf(Position At, Encoding Count) const;

  std::string Text;
};

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_OPENFILE_H
