// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which tasks and futures are made here and awaited by nobody?
//
//   fetch();                             an expression statement
//   auto task = fetch();                 a variable that is never mentioned
//   auto units = get_units(sem, 1);      a future held as if it were its guard
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_ASYNCDROP_H
#define ASYNC_TIDY_AST_ASYNCDROP_H

#include "../core/NodeFacts.h"
#include "AsyncCall.h"

namespace async_tidy {

/// A task or future that is let go.
struct AsyncDrop {
  DropFacts Facts;
  const clang::Expr *Task = nullptr; ///< the call that makes it
  clang::SourceLocation Loc;
  ResolvedType Type;
  std::string Callee;   ///< what is called; may be empty
  std::string Variable; ///< the name of the variable, or empty
  std::string Guard;    ///< the class of the guard, or empty
};

/// The tasks that are dropped by statements directly in \p Block.
llvm::SmallVector<AsyncDrop, 2> dropsIn(const clang::Stmt &Block,
                                        clang::ASTContext &Context,
                                        const Resolver &Rows);

/// What \p Var lets go, if it is a local variable that nobody mentions.
std::optional<AsyncDrop> dropOf(const clang::VarDecl &Var,
                                clang::ASTContext &Context,
                                const Resolver &Rows);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCDROP_H
