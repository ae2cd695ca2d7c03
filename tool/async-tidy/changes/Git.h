// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is git asked?
//
// As a program: it alone knows worktrees, submodules, partial clones, object
// formats and the user's configuration. It never prompts, never pages, and
// takes no lock.

#ifndef ASYNC_TIDY_TOOL_GIT_H
#define ASYNC_TIDY_TOOL_GIT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace async_tidy::tool {

/// What one run of git brought.
struct GitAnswer {
  int Code = 0;
  std::string Out;
  std::string Err; ///< trimmed
};

/// The repository around one directory.
class Git {
public:
  /// The repository whose work tree holds \p Directory. Fails with a sentence
  /// where git is not installed, or refuses, or there is none.
  static llvm::Expected<Git> around(const std::string &Directory);

  /// The top of the work tree, canonical.
  const std::string &top() const { return Top; }

  /// Runs `git ARGUMENTS` at the top with \p Input as standard input.
  llvm::Expected<GitAnswer> run(std::vector<std::string> Arguments,
                                llvm::StringRef Input = "") const;
  /// Likewise, where a failure of git is an error that quotes it.
  llvm::Expected<std::string> ask(std::vector<std::string> Arguments,
                                  llvm::StringRef Input = "") const;

private:
  explicit Git(std::string Top) : Top(std::move(Top)) {}
  std::string Top;
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_GIT_H
