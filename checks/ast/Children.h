// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which children does a gather have?
//
// The row tells how children are passed (pack, range, operands of a chain, in
// the object); this file finds their expressions. What a child says about its
// work is read in ChildWork.h.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CHILDREN_H
#define ASYNC_TIDY_AST_CHILDREN_H

#include "AsyncCall.h"

namespace async_tidy {

/// The children of one call and how they are passed.
struct ChildList {
  llvm::SmallVector<const clang::Expr *, 6> Exprs;
  /// Leading arguments that are options of a safe gather.
  llvm::SmallVector<const clang::Expr *, 2> Options;
  Children Count = Children::Unknown;
  EditObstacle Obstacle = EditObstacle::None;
};

/// Finds the children of \p Site; for an operator chain it also records the
/// operators and inner parentheses in \p At.
ChildList findChildren(const clang::Expr &Site, const Resolved &Row,
                       const Resolver &Rows, Anchors &At);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CHILDREN_H
