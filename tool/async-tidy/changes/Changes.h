// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which lines were written since a revision?
//
//   git: merge base, renames, changed lines, untracked files ─┐
//   FunctionText: what was only moved or reformatted ─────────┴─> Changes
//
// Against the work tree, so that what is not committed yet counts too. What
// cannot be answered is an error with its remedy, never a guess: a build that
// is green because a clone was shallow helps nobody. Callable from any front
// door; nothing here knows of checks or of the command line.

#ifndef ASYNC_TIDY_TOOL_CHANGES_H
#define ASYNC_TIDY_TOOL_CHANGES_H

#include "changes/ChangedFile.h"
#include "changes/Git.h"
#include "llvm/Support/Error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace async_tidy::tool {

struct Changes {
  std::string Top;  ///< the work tree, canonical
  std::string Base; ///< the commit that all is compared with
  /// New lines of the files that are there now, by canonical path. A file that
  /// changed without saying anything new has none.
  std::map<std::string, std::vector<LineRange>> Lines;
  /// Files that were there at the base and are not now, by canonical path.
  std::set<std::string> Gone;
  /// Old path of each file that was renamed, by new path; canonical.
  std::map<std::string, std::string> Renamed;
};

/// What changed in the work tree that holds \p Directory, and in its
/// submodules, since the commit where the current one left \p Revision.
llvm::Expected<Changes> changesSince(const std::string &Revision,
                                     const std::string &Directory);

/// The changes of one repository, the outer one or a submodule, in detail.
struct RepositoryChanges {
  Git Where;
  std::string Base;
  std::vector<ChangedFile> Files;
};

/// Likewise; adds to \p Parts how that was found out.
llvm::Expected<Changes> changesSince(const std::string &Revision,
                                     const std::string &Directory,
                                     std::vector<RepositoryChanges> &Parts);

/// New lines by canonical path, in the format of -line-filter; `[]` where there
/// are none.
std::string
toLineFilter(const std::map<std::string, std::vector<LineRange>> &Lines);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CHANGES_H
