// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stands in this statement, as its author wrote it?
//
// A walk downwards in source order. It stays in one function (the bodies of
// lambdas belong to another) and leaves out what the compiler makes of
// co_await and range-based for.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_BODYWALK_H
#define ASYNC_TIDY_AST_BODYWALK_H

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace async_tidy {

/// Calls \p Visit with \p S and everything below; where it returns false,
/// nothing below that node is visited.
inline void walk(const clang::Stmt *S,
                 llvm::function_ref<bool(const clang::Stmt &)> Visit) {
  using namespace clang;
  if (!S || !Visit(*S))
    return;
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      walk(Init, Visit);
    return;
  }
  if (const auto *Await = dyn_cast<CoroutineSuspendExpr>(S))
    return walk(Await->getOperand(), Visit);
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(S))
    return walk(Body->getBody(), Visit);
  if (const auto *Return = dyn_cast<CoreturnStmt>(S))
    return walk(Return->getOperand(), Visit);
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S)) {
    walk(Loop->getInit(), Visit);
    walk(Loop->getRangeInit(), Visit);
    return walk(Loop->getBody(), Visit);
  }
  for (const Stmt *Child : S->children())
    walk(Child, Visit);
}

/// The operand of \p S if it is a co_await, or nullptr.
inline const clang::Expr *awaitedBy(const clang::Stmt &S) {
  using namespace clang;
  if (const auto *Await = dyn_cast<CoawaitExpr>(&S))
    return Await->isImplicit() ? nullptr : Await->getOperand();
  if (const auto *Await = dyn_cast<DependentCoawaitExpr>(&S))
    return Await->getOperand();
  return nullptr;
}

/// Whether something at or below \p S satisfies \p Wanted.
inline bool anyBelow(const clang::Stmt *S,
                     llvm::function_ref<bool(const clang::Stmt &)> Wanted) {
  bool Found = false;
  walk(S, [&](const clang::Stmt &Each) {
    Found = Found || Wanted(Each);
    return !Found;
  });
  return Found;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_BODYWALK_H
