// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which awaits, other than gathers, could fail while an exception waits to be
// rethrown?
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_ASYNCAWAIT_H
#define ASYNC_TIDY_AST_ASYNCAWAIT_H

#include "../core/NodeFacts.h"
#include "AsyncCall.h"
#include "clang/AST/StmtCXX.h"

namespace async_tidy {

/// One awaited call that is no gather.
struct AsyncAwait {
  AwaitFacts Facts;
  const clang::Expr *Site = nullptr; ///< the call
  clang::SourceLocation Loc;
  std::string Callee;
};

/// The awaited calls of \p Body, if it captures an exception and rethrows it.
llvm::SmallVector<AsyncAwait, 4>
awaitsAroundRethrow(const clang::CoroutineBodyStmt &Body,
                    clang::ASTContext &Context, const Resolver &Rows,
                    const ExtraWords &Words);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCAWAIT_H
