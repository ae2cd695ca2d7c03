// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is this statement new code?
//
// Everything is new unless the team says otherwise: by globs of paths whose
// code is existing, or by a file of changed lines in clang-tidy's own
// -line-filter format, outside of which all code is existing. A statement that
// expands a macro says what the macro says: where the macro's definition
// changed, the statement is new. The answer enters the policy; nothing here
// judges.

#ifndef ASYNC_TIDY_NEWCODE_H
#define ASYNC_TIDY_NEWCODE_H

#include "PathGlobs.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "core/Policy.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace async_tidy {

class NewCode {
public:
  /// All code is new.
  NewCode() = default;

  /// \p ExistingPaths are globs (PathGlobs.h). \p NewLines is the path of a
  /// JSON file, or the JSON itself if it starts with `[`, or empty.
  static llvm::Expected<NewCode> create(llvm::StringRef ExistingPaths,
                                        llvm::StringRef NewLines);

  /// The age of code made of \p Parts: new if any of their lines is, or any
  /// line of a macro that they expand. All calls are about one translation
  /// unit, which has been parsed.
  Age ageOf(llvm::ArrayRef<clang::SourceRange> Parts,
            const clang::SourceManager &SM) const;

private:
  Age ageOf(clang::SourceRange Part, const clang::SourceManager &SM) const;
  /// Whether a line of \p File from \p First to \p Last is new.
  bool isNew(clang::FileID File, unsigned First, unsigned Last,
             const clang::SourceManager &SM) const;
  /// Where macros are expanded whose definitions are new, in files.
  const std::vector<clang::SourceLocation> &
  newExpansions(const clang::SourceManager &SM) const;

  PathGlobs Existing;
  std::optional<std::vector<clang::tidy::FileFilter>> Lines;
  /// Found when first asked for: most units have no code to ask about.
  mutable std::optional<std::vector<clang::SourceLocation>> Expansions;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_NEWCODE_H
