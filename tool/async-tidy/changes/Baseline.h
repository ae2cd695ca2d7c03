// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which findings did the team decide to live with?
//
// A committed text file with one line per finding, sorted, keyed as in
// Fingerprint.h: no line numbers and no counts, so that it changes only when
// findings come or go and merges line by line. A finding is known if its key is
// listed; where a file is gone, its entries may serve findings with the same
// function and code in another file, each once: so a renamed file keeps them,
// with or without git. Paths are relative to the baseline's own directory.

#ifndef ASYNC_TIDY_TOOL_BASELINE_H
#define ASYNC_TIDY_TOOL_BASELINE_H

#include "changes/Fingerprint.h"
#include "llvm/Support/Error.h"

#include <set>

namespace async_tidy::tool {

/// What of the project a run has seen.
struct Coverage {
  std::set<std::string> Whole; ///< files whose findings are all known now
  bool Everything = false;     ///< all sources were analysed to their end
};

Coverage coverageOf(const std::vector<FileResult> &Results, bool WholeProject);

class Baseline {
public:
  /// Reads \p File. An error names the file and line.
  static llvm::Expected<Baseline> read(const std::string &File);

  /// For each of \p Findings, in reading order, whether it is known. They must
  /// be all findings of the files they are in.
  std::vector<bool> known(const std::vector<Finding> &Findings) const;

  /// The entries that are left when those are taken out that no finding needs
  /// any more and that \p Seen covers; renamed and renumbered.
  std::vector<FindingKey> pruned(const std::vector<Finding> &Findings,
                                 const Coverage &Seen) const;

  std::size_t size() const { return Entries.size(); }

private:
  std::string Directory;
  std::vector<FindingKey> Entries;

  struct Match;
  Match match(const std::vector<Finding> &Findings) const;
  bool isGone(const FindingKey &Entry) const;
  std::string pathOf(const FindingKey &Entry) const;
};

/// Writes \p Keys to \p File as a whole or not at all.
llvm::Error writeBaseline(const std::string &File,
                          std::vector<FindingKey> Keys);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_BASELINE_H
