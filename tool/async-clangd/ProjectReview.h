// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which findings would CI ask somebody to act on?
//
//   .async-tidy ──new-from──> LiveChanges ──NewLines──> checks ─┐
//       │                     checks ──age, function, tokens────┤
//       └──baseline──> known findings ──────────────────────────┴─> standing
//
// The editor's side of what Review is for the command. The analysis of a file
// begins with begin(), on the thread that does it; the checks tell add() of
// their findings there; when clangd has published them, judge() is asked.

#ifndef ASYNC_TIDY_CLANGD_PROJECTREVIEW_H
#define ASYNC_TIDY_CLANGD_PROJECTREVIEW_H

#include "AsyncBase.h"
#include "LiveChanges.h"
#include "OpenFile.h"
#include "changes/Baseline.h"
#include "options/ProjectSettings.h"

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace async_tidy::clangd {

/// Safe to call from several threads. Lives until the process ends.
class ProjectReview {
public:
  /// The one of this process.
  static ProjectReview &instance();

  /// Gives the text of an open file, by canonical path; called by begin().
  using TextSource =
      std::function<std::optional<std::string>(const std::string &)>;
  void setTexts(TextSource Source);

  /// Files were opened or saved: git may answer differently.
  void filesMoved();

  /// The analysis of \p File begins on this thread. Returns the value of
  /// NewLines, where the project says what is new.
  std::optional<std::string> begin(llvm::StringRef File);
  /// A check has a finding, in the analysis that this thread began.
  void add(const FindingReport &Report);

  /// Says in each of \p Findings, which are all of the file at \p Path in
  /// reading order, whether it counts.
  void judge(const std::string &Path, std::vector<Finding> &Findings,
             Encoding Count);

  /// What could not be done, as sentences, each once until it works again.
  std::vector<std::string> takeProblems();

private:
  /// What a check said of a finding.
  struct Note {
    std::string Check;
    std::int64_t Line = 0; ///< from zero
    std::string Before;    ///< what stands before it in its line
    tool::CodeAge Age = tool::CodeAge::New;
    std::string Function;
    std::string Tokens;
  };
  /// One analysis of one file.
  struct Analysis {
    std::vector<Note> Notes;
    std::shared_ptr<const tool::Baseline> Known; ///< null: there is none
  };
  /// What is known below one settings file.
  struct Project {
    std::string Revision;
    std::optional<LiveChanges> Changes; ///< none: see Trouble
    std::string Trouble;                ///< why git did not answer
    std::chrono::steady_clock::time_point Asked;
    unsigned Moves = 0; ///< as of when git was asked
    std::string BaselineState;
    std::shared_ptr<const tool::Baseline> Known;
  };

  static thread_local std::shared_ptr<Analysis> Current;

  std::mutex ProjectsMutex; ///< held while git runs; guards Projects
  std::map<std::string, Project> Projects;

  std::mutex Mutex; ///< never held for long; guards all below
  TextSource TextOf;
  unsigned Moves = 0;
  std::map<std::string, std::deque<std::shared_ptr<Analysis>>> Analyses;
  std::map<std::string, std::string> Troubles; ///< by what is in trouble
  std::vector<std::string> Problems;

  llvm::Error refresh(Project &P, const tool::ProjectSettings &Team);
  llvm::Expected<std::string> newLines(Project &P,
                                       const tool::ProjectSettings &Team,
                                       const std::string &Path);
  llvm::Error readBaseline(Project &P, const std::string &File);
  void say(const std::string &What, llvm::Error Wrong);
  static std::vector<const Note *> assign(const Analysis &From,
                                          const std::vector<Finding> &Findings,
                                          Encoding Count);
};

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_PROJECTREVIEW_H
