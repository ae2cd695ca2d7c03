// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a handler do with the exception it took?
//
// Read from the body of the handler, and from functions of the same file that
// it calls: does something throw, is the exception captured and the capture
// used, does it ask whether this is the cancellation? One path is enough.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_HANDLERBODY_H
#define ASYNC_TIDY_AST_HANDLERBODY_H

#include "../core/NodeFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

namespace async_tidy {

/// What \p Catch does; \p Function is the body of the function around it.
Handling handlingOf(const clang::CXXCatchStmt &Catch,
                    const clang::Stmt &Function, clang::ASTContext &Context);

/// Whether \p S names something that asks for a cancellation.
bool asksForCancellation(const clang::Stmt &S);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_HANDLERBODY_H
