// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is the result of each file come by, most cheaply?
//
//   Sources ──cache──> known results
//      └─rest─> scan (Scan.h) ──> no finding is possible: nothing to report
//                 └─rest─> workers (Run.h) ──> results
//   Whatever is new is stored in the cache.
//
// Whichever way it comes, the result is the same.

#ifndef ASYNC_TIDY_TOOL_OBTAIN_H
#define ASYNC_TIDY_TOOL_OBTAIN_H

#include "analysis/Run.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "options/Arguments.h"
#include "results/Cache.h"

namespace async_tidy::tool {

/// What an analysis brings back, and what it depends on; without Inputs it is
/// not to be stored.
struct Analysed {
  FileResult Result;
  std::optional<Trace> Inputs;
};

struct Means {
  RunOptions Run;
  Cache *Known = nullptr; ///< null: no cache
  std::uint64_t CacheBytes = 0;
  std::function<std::string(const Source &, CurrentFiles &)> KeyOf;
  /// Files that cannot hold a finding are left out.
  Skipping Skip = Skipping::Yes;
  /// Whether their Inputs are wanted, too.
  bool InputsOfSkipped = false;
  std::function<clang::tidy::ClangTidyOptions(const Source &)> OptionsOf;
  /// Runs in a process of its own.
  std::function<Analysed(const Source &)> Analyse;
};

/// The results of \p Sources, in their order.
std::vector<FileResult> obtain(const std::vector<Source> &Sources,
                               const Means &By);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_OBTAIN_H
