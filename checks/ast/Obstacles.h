// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What in the source forbids to edit a call, beyond macros and templates?
//
// Its form, its text, or children that the library's adapter does not take. The
// answer is a fact: recipes refuse by it, and say so.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_OBSTACLES_H
#define ASYNC_TIDY_AST_OBSTACLES_H

#include "Children.h"

namespace async_tidy {

/// The first obstacle to an edit of \p Call, of which row and anchors are
/// known.
EditObstacle obstacleOf(const AsyncCall &Call, const ChildList &Children,
                        const clang::ASTContext &Context, const Resolver &Rows);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_OBSTACLES_H
