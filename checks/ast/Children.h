// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which children does a gather have, and what do they say about themselves?
//
// The row tells how children are passed (pack, range, operands of a chain, in
// the object); this file finds their expressions. It also reads a child's own
// expression: the work it names, whether it handles its own failure, whether
// it is a timer or bounds itself.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CHILDREN_H
#define ASYNC_TIDY_AST_CHILDREN_H

#include "AsyncCall.h"

namespace async_tidy {

/// The children of one call and how they are passed.
struct ChildList {
  llvm::SmallVector<const clang::Expr *, 6> Exprs;
  Children Count = Children::Unknown;
  EditObstacle Obstacle = EditObstacle::None;
};

/// Finds the children of \p Site; for an operator chain it also records the
/// operators and inner parentheses in \p At.
ChildList findChildren(const clang::Expr &Site, const Resolved &Row,
                       const Resolver &Rows, Anchors &At);

/// The arguments of a call as written: without the object of a call operator
/// and without default arguments.
llvm::SmallVector<const clang::Expr *, 6>
writtenArguments(const clang::Expr &Site);

/// Implicit nodes, temporaries and `std::move` removed.
const clang::Expr *strip(const clang::Expr *E);

/// The name that \p Call calls: function, member, function object or class;
/// empty where it has none.
llvm::StringRef calledName(const clang::Expr &Call);

/// What the chain of calls in a child names, outermost first, as in
/// `fetch(x).handle_exception(f)`: handle_exception, fetch.
llvm::SmallVector<llvm::StringRef, 4> namesAlong(const clang::Expr &Child);

/// Whether \p Child turns its own failure into a value or handles it.
bool handlesItsFailure(const clang::Expr &Child);
/// Whether the work of \p Child is a cleanup call.
bool isCleanupWork(const clang::Expr &Child, const ExtraWords &Words);
/// Whether, and by what, the work of \p Child is long-running.
Work durationOf(const clang::Expr &Child, const Resolver &Rows,
                const ExtraWords &Words);
/// Whether \p Child only waits for a point in time.
bool isTimer(const clang::Expr &Child);
/// The deadline that the call \p E is, by its row, or None.
Deadline deadlineOf(const clang::Expr &E, const Resolver &Rows);
/// Whether \p E mentions \p D.
bool mentions(const clang::Expr &E, const clang::ValueDecl &D);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CHILDREN_H
