// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How are many files analysed at once, and what if one of them kills clang?
//
//   Sources ──> one forked worker per file, N at a time ──pipes──> FileResults
//
// A process per file, because clang has crashes, endless loops and leaks, and
// none of them may cost more than its own file. Forking is cheap: nothing has
// been parsed yet.

#ifndef ASYNC_TIDY_TOOL_RUN_H
#define ASYNC_TIDY_TOOL_RUN_H

#include "analysis/Findings.h"
#include "sources/CompileDatabase.h"

#include <functional>
#include <vector>

namespace async_tidy::tool {

struct RunOptions {
  unsigned Jobs = 0; ///< 0: one per processor
  unsigned TimeoutSeconds = 600;
  /// Whether to show a progress line on the terminal.
  bool ShowProgress = false;
};

/// Calls \p Work for every source in a process of its own, and returns the
/// results in the order of \p Sources.
std::vector<FileResult>
runAll(const std::vector<Source> &Sources, const RunOptions &Options,
       const std::function<FileResult(const Source &)> &Work);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_RUN_H
