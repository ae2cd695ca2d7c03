// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a request to stop reach what is awaited?
//
//   co_await requests()                    who knows what it awaits: yes
//   co_await seastar::remove_file(path)    nobody can tell it to stop: no
//   co_await seastar::sleep_abortable(1s)  says that it can be
//
// Where a library hands requests on in an object (an abort_source, a gate), its
// own functions that are given none cannot be cancelled, and a handler around
// them swallows nothing. AsyncHandler asks.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CANCELLATIONREACH_H
#define ASYNC_TIDY_AST_CANCELLATIONREACH_H

#include "Resolve.h"
#include "clang/AST/Expr.h"

namespace async_tidy {

/// Whether \p E calls a free function of a library that no request to stop can
/// reach: what can be cancelled in this library takes a token, and \p E passes
/// plain values only. A function that has a row, or speaks of cancellation in
/// its name, is never one.
bool isOutOfReach(const clang::Expr &E, const Resolver &Rows);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CANCELLATIONREACH_H
