// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which lines of a text that is not saved yet are new since a revision?
//
//   git, asked once ──> old texts, changed files ─┐
//   the text in the editor, at each keystroke ────┴──> new lines
//
// The same answer as the command gives once the text is saved: functions are
// paired as there, with those of all changed files. Only outside of functions,
// and until it is saved, the lines come from a diff of our own instead of
// git's.

#ifndef ASYNC_TIDY_CLANGD_LIVECHANGES_H
#define ASYNC_TIDY_CLANGD_LIVECHANGES_H

#include "changes/Changes.h"

#include <optional>

namespace async_tidy::clangd {

/// Something that differs when the file at \p Path does; empty where there is
/// none.
std::string stateOf(const std::string &Path);

/// Not thread-safe.
class LiveChanges {
public:
  /// Asks git; errors as of changesSince().
  static llvm::Expected<LiveChanges> read(const std::string &Revision,
                                          const std::string &Directory);

  /// Whether something moved (a commit, a branch, a fetch), so that git may
  /// answer differently now. Costs a few looks at files.
  bool isStale() const;

  /// The new lines of \p File, a canonical path, if it held \p Text. git is
  /// asked when a file is asked for the first time.
  llvm::Expected<std::vector<tool::LineRange>> linesOf(const std::string &File,
                                                       llvm::StringRef Text);

  /// The new lines of all files as they are on disk, by canonical path.
  const std::map<std::string, std::vector<tool::LineRange>> &saved() const {
    return Saved;
  }

private:
  /// What git knows of a file that is open.
  enum class Origin { Old, Added, Ignored };
  struct OpenedFile {
    std::size_t Part = 0; ///< its repository
    std::size_t At = 0;   ///< in the repository's files
    Origin From = Origin::Old;
    std::string OldText;
  };

  std::vector<tool::RepositoryChanges> Parts;
  std::map<std::string, std::vector<tool::LineRange>> Saved;
  std::map<std::string, OpenedFile> Opened;
  std::map<std::string, std::string> Watched; ///< files of git, with states

  llvm::Expected<std::size_t> partOf(const std::string &Directory);
  llvm::Expected<OpenedFile> open(const std::string &File);
};

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_LIVECHANGES_H
