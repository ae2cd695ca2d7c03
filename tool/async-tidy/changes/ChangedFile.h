// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a changed file say that was not said before?
//
//   lines that git calls changed ─┐
//   functions, before and now ────┴─ paired, across files ──> new lines
//
// A function that stood elsewhere before, in this file or in another one that
// changed, is compared with its old self.

#ifndef ASYNC_TIDY_TOOL_CHANGEDFILE_H
#define ASYNC_TIDY_TOOL_CHANGEDFILE_H

#include "changes/FunctionText.h"

#include "llvm/ADT/ArrayRef.h"

namespace async_tidy::tool {

/// A changed file, before and now.
struct ChangedFile {
  std::string Path;             ///< now, canonical; empty where it is gone
  std::string OldBlob;          ///< git's name of its old content, if any
  std::size_t TextHash = 0;     ///< of its content now
  std::vector<LineRange> Lines; ///< changed ones, as a diff says
  std::vector<FunctionText> Old, New;
};

/// Of each function of a file as it is now: what it was before, or nullptr.
using Partners = std::vector<const FunctionText *>;

/// The partners of all of \p Files, which are in the same order; a function of
/// the same file is preferred. They point into \p Files.
std::vector<Partners> pairFunctions(llvm::ArrayRef<ChangedFile> Files);

/// The changed lines of \p File, but of functions that were there \p Before
/// only what differs.
std::vector<LineRange> newLines(const ChangedFile &File,
                                const Partners &Before);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CHANGEDFILE_H
