// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is this statement new code?
//
// Everything is new unless the team says otherwise: by globs of paths whose
// code is existing, or by a file of changed lines in clang-tidy's own
// -line-filter format, outside of which all code is existing. The answer
// enters the policy; nothing here judges.

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

  /// The age of code made of \p Parts: new if any of their lines is.
  Age ageOf(llvm::ArrayRef<clang::SourceRange> Parts,
            const clang::SourceManager &SM) const;

private:
  Age ageOf(clang::SourceRange Part, const clang::SourceManager &SM) const;

  PathGlobs Existing;
  std::optional<std::vector<clang::tidy::FileFilter>> Lines;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_NEWCODE_H
