// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which findings does this run ask somebody to act on?
//
//   --new-from ──Changes──> NewLines, a policy of the checks ─┐
//   --baseline ──Baseline──> known findings ──────────────────┴─> existing code
//
// Without either, all of them. With them, findings in existing code are counted
// and otherwise left in peace: not printed, not fixed, no effect on the exit
// code, unless --existing says so.

#ifndef ASYNC_TIDY_TOOL_REVIEW_H
#define ASYNC_TIDY_TOOL_REVIEW_H

#include "changes/Baseline.h"
#include "changes/Changes.h"
#include "options/Arguments.h"
#include "sources/CompileDatabase.h"

#include <optional>

namespace async_tidy::tool {

class Review {
public:
  /// Everything counts.
  Review() = default;
  /// Asks git and reads the baseline, as \p Args want it.
  static llvm::Expected<Review> create(const Arguments &Args,
                                       const Project &Files);

  /// Asks git again, after files were written. Where that fails the old answer
  /// holds, and the error is returned.
  llvm::Error refresh();

  /// What the checks are told of new code: an option value for NewLines, empty
  /// where all code is new.
  std::string newLines() const;

  /// What changed, where --new-from asks.
  const std::optional<Changes> &changes() const { return Since; }

  /// Takes the sources out of \p Sources that no change can reach, unless
  /// existing code is to be shown. Returns how many.
  std::size_t select(std::vector<Source> &Sources, unsigned Jobs) const;

  /// Marks what the baseline knows as existing code, in all of \p Results, and
  /// takes the fixes of what nobody is asked to act on.
  void settle(std::vector<FileResult> &Results) const;

  /// Whether \p F is asked to be acted on.
  bool counts(const Finding &F) const;
  /// Whether \p F is printed.
  bool prints(const Finding &F) const;

  /// Writes --write-baseline, or --baseline without what is fixed. Returns what
  /// was done, as a sentence; empty where nothing was asked for.
  llvm::Expected<std::string>
  writeBack(const std::vector<FileResult> &Results) const;

private:
  Arguments Args;
  std::string Root;
  std::string Directory; ///< where git is asked
  bool WholeProject = false;
  std::optional<Changes> Since;
  std::optional<Baseline> Known;

  bool narrows() const { return Since || Known; }
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_REVIEW_H
