// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// With which commit is the work tree compared?
//
// With the one where the current commit left the revision that was named. What
// stands in the way (no such revision, a shallow clone, unrelated histories)
// is said with the command that removes it.

#ifndef ASYNC_TIDY_TOOL_MERGEBASE_H
#define ASYNC_TIDY_TOOL_MERGEBASE_H

#include "changes/Git.h"

namespace async_tidy::tool {

/// The object name of the merge base of \p Revision and the current commit.
llvm::Expected<std::string> mergeBase(const Git &Repository,
                                      const std::string &Revision);

/// The base of a submodule: \p Recorded, the commit that the outer repository
/// names, or the empty tree where that is empty.
llvm::Expected<std::string> submoduleBase(const Git &Inner,
                                          const std::string &Recorded);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_MERGEBASE_H
