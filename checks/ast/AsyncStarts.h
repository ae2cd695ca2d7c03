// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which children does a function start first and await afterwards?
//
//   auto a = fetch();  auto b = fetch();     two variables of one block
//   co_await std::move(a);  co_await std::move(b);
//
//   for (...) all.push_back(fetch());        a container filled in a loop
//   for (auto &one : all) co_await std::move(one);
//
// A child that is handed on (to a gather, to the caller, to anything) is
// somebody else's business.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_ASYNCSTARTS_H
#define ASYNC_TIDY_AST_ASYNCSTARTS_H

#include "../core/NodeFacts.h"
#include "AsyncCall.h"

namespace async_tidy {

/// Children that are started and awaited by hand.
struct AsyncStarts {
  StartFacts Facts;
  clang::SourceLocation Loc; ///< the first await
  /// Where each child is started, or the container is filled.
  llvm::SmallVector<clang::SourceLocation, 4> Starts;
  std::string Names; ///< "'a' and 'b'", "'all'"
  ResolvedType Type;
};

/// Whether \p Var is a child, or a container of children, by its type.
bool couldBeStarted(const clang::VarDecl &Var, const LibraryIndex &Index);

/// What \p Function starts and awaits by hand, one entry for each block and
/// each container.
llvm::SmallVector<AsyncStarts, 2> startsIn(const clang::FunctionDecl &Function,
                                           clang::ASTContext &Context,
                                           const Resolver &Rows);

/// Cleanup calls that \p Block awaits one after the other: two at least.
std::optional<AsyncStarts> closesIn(const clang::CompoundStmt &Block,
                                    clang::ASTContext &Context,
                                    const ExtraWords &Words);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCSTARTS_H
