// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is said when everything is analysed, and with which exit code does the
// run end?
//
//   results ──merge, number──> findings ──Review──> those that count, those
//   that are printed ──formats/──> outputs ──> summary, exit code

#ifndef ASYNC_TIDY_TOOL_CONCLUDE_H
#define ASYNC_TIDY_TOOL_CONCLUDE_H

#include "changes/Review.h"
#include "formats/Outputs.h"
#include "options/Arguments.h"

namespace async_tidy::tool {

/// Exit codes, judged after --fix; the highest that holds wins, but for usage.
enum Exit : int {
  ExitClean = 0,
  ExitFindings = 1,
  ExitUsage = 2,
  ExitIncomplete = 3,
};

/// Reports \p Results, and writes the baseline if that was asked for. \p Run
/// holds what is known already: root, start and what was fixed. Returns the
/// exit code.
int conclude(const std::vector<FileResult> &Results, RunReport Run,
             const Arguments &Args, const std::vector<Output> &Outputs,
             const Review &Scope);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CONCLUDE_H
