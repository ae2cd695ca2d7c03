// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What happens to the awaitable in the expression that makes it?
//
// The first part of the walk over a call's surroundings: from the call up to
// the end of its full expression. Is it awaited, directly or inside another
// call? Is it bounded, raced against a timer, the left part of a larger chain?
// Is its result used?
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_AWAITWALK_H
#define ASYNC_TIDY_AST_AWAITWALK_H

#include "Surroundings.h"
#include "clang/AST/ASTTypeTraits.h"

namespace async_tidy {

struct ResultFlow;

/// Fed with the parents of a call, innermost first; fills in \p Out.
class AwaitWalk {
public:
  AwaitWalk(clang::ASTContext &Context, const clang::Expr &Site,
            const Resolved &Row, const Resolver &Rows, Surroundings &Out);

  /// The next expression outward; \p Below is the node it was reached from.
  void visit(const clang::Expr &E, const clang::DynTypedNode &Below);
  /// The first statement or declaration above the full expression.
  void leave(const clang::Stmt &S, const clang::DynTypedNode &Below);
  void leave(const clang::VarDecl &Var);

  /// Records a cancelling deadline; the innermost one is kept.
  void bound(DeadlineSource D);

private:
  void visitAroundAwaitable(const clang::Expr &E,
                            const clang::DynTypedNode &Below);
  void noteResults(const ResultFlow &Flow);
  void visitOuterCall(const clang::Expr &E, const Resolved &Outer);
  llvm::ArrayRef<clang::Stmt *> behind(const clang::VarDecl &Var) const;
  bool boundedInNextStatement(const clang::VarDecl &Var) const;
  Inspection inspectionOf(const clang::VarDecl &Var) const;

  clang::ASTContext &Context;
  const Resolved &Row;
  const Resolver &Rows;
  Surroundings &Out;
  bool Awaited = false; ///< a co_await, or a blocking wait, was passed
  bool Wrapped = false; ///< another call took the awaitable first
  bool Waived = false;  ///< an explicit (void) was passed
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_AWAITWALK_H
