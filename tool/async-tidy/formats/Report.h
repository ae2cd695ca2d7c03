// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a person see the findings?
//
// As clang prints its own: place, severity, message and check, then the source
// line with a caret. Every LLVM version gives the same text.

#ifndef ASYNC_TIDY_TOOL_REPORT_H
#define ASYNC_TIDY_TOOL_REPORT_H

#include "analysis/Findings.h"
#include "options/Arguments.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <memory>

namespace async_tidy::tool {

/// Prints the error \p Text.
void complain(const llvm::Twine &Text);

/// Prints to one stream.
class Report {
public:
  Report(llvm::raw_ostream &Out, Colour Colours);

  void finding(const Finding &F);
  /// A file that could not be analysed to its end.
  void incomplete(const FileResult &R);
  /// An explanation of one call.
  void explanation(const Message &M);

private:
  llvm::raw_ostream &Out;
  bool Coloured;
  std::map<std::string, std::unique_ptr<llvm::MemoryBuffer>> Contents;

  void message(const Message &M, llvm::StringRef Severity,
               const std::string &Suffix);
  void snippet(const Message &M);
  llvm::StringRef line(const Place &At, std::uint64_t &LineStart);
};

/// What is said when all is done.
struct Summary {
  std::size_t Files = 0;
  std::size_t Findings = 0;
  std::size_t Fixable = 0; ///< with --fix
  std::size_t Unsafe = 0;  ///< with --unsafe-fixes only
  std::size_t Fixed = 0;
  std::size_t FilesChanged = 0;
  std::size_t PatchFixes = 0; ///< findings that the patch of --diff fixes
  std::size_t PatchFiles = 0;
  std::size_t Incomplete = 0;
  std::size_t Existing = 0; ///< findings that nobody is asked to act on
  std::size_t Skipped = 0;  ///< files that no change reaches
};

/// One line.
std::string summaryLine(const Summary &S);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_REPORT_H
