// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does `git diff` say, as data?

#ifndef ASYNC_TIDY_TOOL_DIFFTEXT_H
#define ASYNC_TIDY_TOOL_DIFFTEXT_H

#include "changes/FunctionText.h"
#include "changes/Git.h"

#include <map>

namespace async_tidy::tool {

/// One changed path. Paths are relative to the top of the work tree.
struct DiffEntry {
  std::string OldPath; ///< empty: there was none
  std::string NewPath; ///< empty: there is none
  std::string OldBlob; ///< object name of the old content, or commit
  bool IsSubmodule = false;
  bool IsWhole = false; ///< all of its lines are new
  std::vector<LineRange> Lines;

  bool hasOld() const { return !OldPath.empty(); }
  bool hasNew() const { return !NewPath.empty(); }
  static DiffEntry added(llvm::StringRef Path);
};

/// The arguments of git for everything between \p Base and the work tree,
/// whatever the user's configuration says.
std::vector<std::string> diffCommand(const std::string &Base);

/// Reads the answer to that.
llvm::Expected<std::vector<DiffEntry>> readDiff(llvm::StringRef Answer);

/// The contents of \p Blobs, by object name.
llvm::Expected<std::map<std::string, std::string>>
readBlobs(const Git &Repository, const std::vector<std::string> &Blobs);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_DIFFTEXT_H
