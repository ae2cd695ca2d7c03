// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which code did the team exempt from all checks?
//
// Whole files by their path, and bodies by the name of their function. Exempt
// code is not looked at: it has no verdict and no place in the inventory. What
// the libraries do in their own headers needs no exemption.

#ifndef ASYNC_TIDY_EXEMPTIONS_H
#define ASYNC_TIDY_EXEMPTIONS_H

#include "PathGlobs.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace async_tidy {

/// The exemptions of one check in one translation unit.
class Exemptions final
    : public clang::ast_matchers::MatchFinder::MatchCallback {
public:
  /// No code.
  Exemptions() = default;

  /// \p Functions are full names separated by semicolons: `*` in them matches
  /// any characters, and a name may start at any namespace or class. \p Paths
  /// are globs (PathGlobs.h).
  static llvm::Expected<Exemptions> create(llvm::StringRef Paths,
                                           llvm::StringRef Functions);

  /// Notes where the bodies of exempt functions are. A check registers this
  /// before its own matchers: a function is matched before what it holds.
  void registerMatchers(clang::ast_matchers::MatchFinder &Finder);
  void
  run(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

  /// Whether the code at \p Loc is exempt.
  bool cover(clang::SourceLocation Loc, const clang::SourceManager &SM) const;

private:
  PathGlobs Paths;
  PathGlobs Functions; ///< over names with `/` for `::`
  std::vector<clang::SourceRange> Bodies;
  mutable llvm::DenseMap<clang::FileID, bool> Files; ///< answers of Paths
};

} // namespace async_tidy

#endif // ASYNC_TIDY_EXEMPTIONS_H
