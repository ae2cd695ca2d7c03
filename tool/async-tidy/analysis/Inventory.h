// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a lead want to know before a migration?
//
//   every known call ──recordSite()──> SiteRecord ──> RunReport::Sites
//                                                      └─> JSON, HTML page
//
// Findings say what to change; the inventory says what is there: also the calls
// that are silent (KEEP), the safe ones, and why each stands where it does. All
// code counts as existing, because "new" is a question about a change.

#ifndef ASYNC_TIDY_TOOL_INVENTORY_H
#define ASYNC_TIDY_TOOL_INVENTORY_H

#include "analysis/Findings.h"
#include "llvm/Support/Error.h"

namespace async_tidy {
struct SiteReport;
}

namespace async_tidy::tool {

/// The call in plain data.
SiteRecord recordSite(const SiteReport &Site);

/// The calls of all files in reading order, each once however many files and
/// checks reported it.
std::vector<SiteRecord> mergeSites(const std::vector<FileResult> &Results);

/// What changed since an earlier inventory. Calls are known again by file,
/// function and callee, so that moved lines are no change.
struct Progress {
  std::size_t RawBefore = 0;
  std::size_t SafeBefore = 0;
  std::size_t Gone = 0;  ///< raw gathers that are not there any more
  std::size_t Added = 0; ///< raw gathers that were not there
};

/// Compares \p Now, with paths below \p Root, to the JSON in \p File.
llvm::Expected<Progress> progressSince(const std::string &File,
                                       const std::vector<SiteRecord> &Now,
                                       const std::string &Root);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_INVENTORY_H
