// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does --fix leave a project that compiles and has nothing left to fix?
//
//   results ──> choose ──> write ──> analyse again what read a changed file
//      ^                                  │ does not compile any more:
//      └────────── until nothing changes ─┴─> take the files back
//
// What conflicted with another fix can be fixed once that is written, so there
// are several rounds. After each, the files it reached are analysed again: what
// is printed and the exit code are the truth, not a guess.

#ifndef ASYNC_TIDY_TOOL_REPAIR_H
#define ASYNC_TIDY_TOOL_REPAIR_H

#include "analysis/Findings.h"
#include "fixes/Fix.h"
#include "options/Arguments.h"
#include "sources/CompileDatabase.h"

#include <functional>
#include <set>

namespace async_tidy::tool {

/// Where fixes are written to.
enum class Target {
  Files,
  Drafts, ///< nothing is written: Drafts.h
};

struct RepairResult {
  std::size_t Fixed = 0;         ///< findings that are gone
  std::set<std::string> Changed; ///< files that are different now
  std::vector<std::string> Problems;
};

/// Fixes what \p Which allows in \p Into, with contents that \p Make makes. \p
/// Results belong to \p Sources, one each, and are replaced where \p Analyse is
/// called again. Safe fixes that break a file are taken back; unsafe ones stay,
/// and it is said.
RepairResult
repair(std::vector<FileResult> &Results, const std::vector<Source> &Sources,
       Fixes Which, Target Into, const ContentMaker &Make,
       const std::function<std::vector<FileResult>(const std::vector<Source> &)>
           &Analyse);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_REPAIR_H
