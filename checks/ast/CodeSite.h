// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which code does a finding stand in, and how is it known again?
//
// Two questions with one walk. What must change so that the finding is new:
// the innermost statement, without the bodies of lambdas nested in it. And what
// names the finding when lines have moved: the enclosing function and the
// tokens of the code in question, neither of which knows of lines, spaces or
// comments.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CODESITE_H
#define ASYNC_TIDY_AST_CODESITE_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <string>

namespace async_tidy {

/// The code of one finding. Valid as long as the AST.
struct CodeSite {
  /// A change in any of these makes the finding new.
  llvm::SmallVector<clang::SourceRange, 2> Extent;
  /// The expression or statement that the finding is about.
  const clang::Stmt *Core = nullptr;
};

/// What identifies a finding beside its check and its file.
struct CodeIdentity {
  std::string Function; ///< qualified name, without template arguments
  std::string Tokens;   ///< separated by spaces; bodies of lambdas left out
};

/// The site of a finding about \p Call.
CodeSite siteOf(const clang::Expr &Call, clang::ASTContext &Context);

/// The site of a finding about several places of one function, the first of
/// which is the finding's own: the statements below \p Body that hold them.
CodeSite siteOf(const clang::Stmt &Body,
                llvm::ArrayRef<clang::SourceLocation> Places,
                const clang::SourceManager &SM);

/// The site of a finding about \p Handler and what it guards at \p Awaits.
CodeSite siteOf(const clang::CXXCatchStmt &Handler,
                const clang::CXXTryStmt &Try,
                llvm::ArrayRef<clang::SourceLocation> Awaits,
                const clang::SourceManager &SM);

/// How the code at \p Site is known again.
CodeIdentity identityOf(const CodeSite &Site, clang::ASTContext &Context);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CODESITE_H
