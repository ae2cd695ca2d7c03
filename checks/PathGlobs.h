// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files does a list of globs in an option name?

#ifndef ASYNC_TIDY_PATHGLOBS_H
#define ASYNC_TIDY_PATHGLOBS_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"

#include <memory>
#include <string>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace async_tidy {

class PathGlobs {
public:
  /// No file.
  PathGlobs() = default;

  /// \p Text are globs separated by semicolons: `*` matches any characters, and
  /// a glob that does not start with `/` or `*` may start at any directory.
  /// \p Option is the name of the option, for errors.
  static llvm::Expected<PathGlobs> create(llvm::StringRef Option,
                                          llvm::StringRef Text);

  bool empty() const { return Patterns.empty(); }
  /// Whether \p Path, absolute and without dots, is named.
  bool match(llvm::StringRef Path) const;

private:
  std::vector<llvm::GlobPattern> Patterns;
  /// The strings that Patterns refers to.
  std::vector<std::shared_ptr<const std::string>> Texts;
};

/// The absolute path, without dots, of the file in which \p Loc is expanded.
std::string absolutePath(clang::SourceLocation Loc,
                         const clang::SourceManager &SM);

} // namespace async_tidy

#endif // ASYNC_TIDY_PATHGLOBS_H
