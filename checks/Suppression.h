// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Will clang-tidy drop this finding?
//
// An edit must hang on a finding that is printed: if the first finding of a
// file carries the include and has a NOLINT, the include is lost. clang-tidy
// decides about NOLINT and the line filter only after a diagnostic was made,
// so the same question is asked here beforehand. What is printed is still
// clang-tidy's decision; an answer that differed from it would move an edit to
// another finding, not lose one.

#ifndef ASYNC_TIDY_SUPPRESSION_H
#define ASYNC_TIDY_SUPPRESSION_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"

namespace async_tidy {

/// Whether a NOLINT, NOLINTNEXTLINE or NOLINTBEGIN/END comment at \p Loc, or
/// where the macro around it is expanded, names \p Check.
bool isSuppressed(llvm::StringRef Check, clang::SourceLocation Loc,
                  const clang::SourceManager &SM);

/// Whether the line filter, if there is one, lets \p Loc pass.
bool passesLineFilter(clang::SourceLocation Loc,
                      const clang::tidy::ClangTidyGlobalOptions &Options,
                      const clang::SourceManager &SM);

} // namespace async_tidy

#endif // ASYNC_TIDY_SUPPRESSION_H
