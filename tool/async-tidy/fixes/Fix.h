// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do the fixes of many findings become changed files?
//
//   findings ──chooseEdits()──> edits per file, conflicts left out
//            ──writeEdits()───> files replaced as a whole, or left alone
//
// A fix is applied whole or not at all: a call without the include it needs
// would not compile. Two fixes that touch the same bytes are not both applied;
// the second is reported, and a second run finds it again. Bytes are edited, so
// line ends and encodings outside of the edit stay as they are.

#ifndef ASYNC_TIDY_TOOL_FIX_H
#define ASYNC_TIDY_TOOL_FIX_H

#include "analysis/Findings.h"
#include "options/Arguments.h"
#include "llvm/ADT/StringRef.h"

#include <functional>
#include <set>

namespace async_tidy::tool {

/// The edits of \p F that \p Which allows: those on the finding, else, for
/// unsafe fixes, those on the only note that has any. May be empty.
std::vector<Edit> editsOf(const Finding &F, Fixes Which);

struct FixPlan {
  /// Edits of each file, sorted, without overlap.
  std::map<std::string, std::vector<Edit>> PerFile;
  /// Findings whose fix is part of the plan, by index.
  std::set<std::size_t> Planned;
  /// Findings whose fix overlaps one that is, by index.
  std::vector<std::size_t> Conflicting;
};

/// Chooses fixes in the order of \p Findings.
FixPlan chooseEdits(const std::vector<Finding> &Findings, Fixes Which);

/// \p Old with \p Edits, which are sorted and do not overlap.
std::string applyEdits(llvm::StringRef Old, const std::vector<Edit> &Edits);

/// Makes the new content of \p File from its \p Old one and \p Edits, which are
/// sorted and do not overlap; or says why it cannot.
using ContentMaker = std::function<llvm::Expected<std::string>(
    const std::string &File, llvm::StringRef Old,
    const std::vector<Edit> &Edits)>;

/// Makes it as the checks wrote the edits.
llvm::Expected<std::string> makePlainly(const std::string &File,
                                        llvm::StringRef Old,
                                        const std::vector<Edit> &Edits);

/// What a written file was before.
struct Backup {
  std::string File;
  std::string Group; ///< equal for files that were fixed together
  std::string Old;   ///< its content then
  Stamp Written;     ///< its state now
};

struct FixResult {
  std::vector<Backup> Backups; ///< one for each file written
  /// Why a file was left alone, with the file in front.
  std::vector<std::string> Problems;
  std::set<std::string> LeftAlone;

  void leaveAlone(const std::string &File, std::string Problem) {
    LeftAlone.insert(File);
    Problems.push_back(std::move(Problem));
  }
};

/// The state in which \p File was read; zeros, which match nothing, where two
/// results disagree.
Stamp seenStamp(const std::string &File,
                const std::vector<FileResult> &Results);

/// Writes the files of \p Plan, each only if it is still in the state that
/// \p Results saw, and replaced atomically. Where one file of a fix cannot be
/// written, none of the files that share a fix with it is.
FixResult writeEdits(const FixPlan &Plan, const std::vector<Finding> &Findings,
                     Fixes Which, const std::vector<FileResult> &Results,
                     const ContentMaker &Make);

/// Writes the old content back, unless somebody changed the file meanwhile.
/// Returns what went wrong, or an empty string.
std::string restore(const Backup &B);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FIX_H
