// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which handlers stand around an await, and what do they do with its
// cancellation?
//
//   try block ──awaits──> library ──rows──> channel and types of cancellation
//   handlers ──first that takes them──> AsyncHandler = facts + anchors
//
// Only awaits directly in the try block count: lambdas are functions of their
// own, and what an inner handler has stopped does not arrive at an outer one.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_ASYNCHANDLER_H
#define ASYNC_TIDY_AST_ASYNCHANDLER_H

#include "../core/NodeFacts.h"
#include "AsyncCall.h"
#include "clang/AST/StmtCXX.h"

namespace async_tidy {

/// Whether code of the coroutine follows behind the handler.
enum class Afterwards : std::uint8_t { GoesOn, Ends };

/// The first handler of a try block that takes the cancellation of a library.
struct AsyncHandler {
  HandlerFacts Facts;
  const clang::CXXTryStmt *Try = nullptr;
  const clang::CXXCatchStmt *Catch = nullptr;
  /// The awaits that it guards, in source order.
  llvm::SmallVector<clang::SourceLocation, 4> Awaits;
  const AsyncLibrary *Library = nullptr;
  const LibraryRoot *Root = nullptr;
  /// The full name of the type to rethrow, or what messages call the
  /// cancellation where it is no type of its own.
  std::string Cancelled;
  Afterwards Then = Afterwards::GoesOn;
};

/// The handlers of \p Try, one for each library whose cancellation could
/// arrive there. \p ExtraTypes are full names of further exceptions that mean
/// cancellation.
llvm::SmallVector<AsyncHandler, 2>
describeHandlers(const clang::CXXTryStmt &Try, clang::ASTContext &Context,
                 const Resolver &Rows, const ExtraWords &Words,
                 llvm::ArrayRef<std::string> ExtraTypes);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCHANDLER_H
