// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a call that takes an awaitable do with its results?
//
//   when_all(a(), b()).discard_result()         the results are dropped
//   collectAll(a(), b()).thenValue([](auto) {}) handed over, never read
//   via(executor, collectAllTry(a(), b()))      passed on to who awaits
//   report(collectAllTry(a(), b()))             somebody else's business
//
// A gather that captures keeps the failures in its results, so this decides
// whether anybody can learn of one. Rows of role chain say it of the library's
// own members and functions. Of what has no row only this much is believed: a
// function of a library that is given nothing to call passes the results on.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_RESULTFLOW_H
#define ASYNC_TIDY_AST_RESULTFLOW_H

#include "Resolve.h"
#include "clang/AST/Stmt.h"

namespace async_tidy {

/// What becomes of the results, and who decides it.
struct ResultFlow {
  /// Unknown: they are passed on, whoever comes next decides.
  Inspection What = Inspection::Unknown;
  std::string Taker;            ///< 'discard_result', for people
  const CallRow *Row = nullptr; ///< of the taker, where it has one
};

/// What the call, construction or pipe \p E, which the row \p Called describes
/// if it has one, does with the results of the awaitable \p Taken, one of its
/// arguments or the object that it is called on. Any other expression passes
/// them on.
ResultFlow flowThrough(const clang::Expr &E, const Resolved &Called,
                       const clang::Stmt *Taken, const Resolver &Rows);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_RESULTFLOW_H
