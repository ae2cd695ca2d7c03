// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a function do with a child it has started?
//
// Every mention of the variable, or of the container, is put into one class.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CHILDMENTIONS_H
#define ASYNC_TIDY_AST_CHILDMENTIONS_H

#include "Resolve.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/StmtCXX.h"

namespace async_tidy {

/// What one mention does with the child, or with the container of children.
enum class Mention { Asked, Joined, Filled, Awaited, Iterated, PassedOn };

struct Mentioned {
  Mention What;
  clang::SourceLocation Loc;
  const clang::CXXTryStmt *Try =
      nullptr;                       ///< innermost one inside the child's block
  const clang::Stmt *Loop = nullptr; ///< innermost one inside the child's block
};

/// What \p Ref does with the child, which is declared in \p Block.
Mentioned mentionOf(const clang::DeclRefExpr &Ref,
                    const clang::CompoundStmt &Block, clang::ASTContext &AST,
                    const Resolver &Rows);

/// Whether \p E starts work: a call, and not one that only makes a future of
/// something else.
bool startsWork(const clang::Expr &E);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CHILDMENTIONS_H
