// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a child's own expression say about its work?
//
// Only what is written at the call is read: the names along the chain of calls
// (`fetch(x).handle_exception(f)`), and rows. The body of the called function
// may be in another file and is never looked at.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CHILDWORK_H
#define ASYNC_TIDY_AST_CHILDWORK_H

#include "AsyncCall.h"

namespace async_tidy {

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

/// What a call of a row waits for, with the object or its only argument.
enum class Waits { No, ForEnd, ForResult };
Waits waitsFor(const Resolved &Row, const clang::CallExpr &Call);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CHILDWORK_H
