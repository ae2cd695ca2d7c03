// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does this statement stand between the capture of an exception and its
// rethrow?
//
// C++ has no co_await in a handler, so cleanup on failure is written as
//
//   try { ... } catch (...) { ep = std::current_exception(); }
//   co_await cleanup();                       // <- here
//   if (ep) std::rethrow_exception(ep);
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_RETHROW_H
#define ASYNC_TIDY_AST_RETHROW_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/ASTTypeTraits.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace async_tidy {

/// Whether in \p Block, behind the statement \p Here that holds \p Site, an
/// exception is rethrown, and one was captured before \p Site in the same
/// function.
bool rethrowFollows(const clang::CompoundStmt &Block,
                    const clang::DynTypedNode &Here, const clang::Expr &Site,
                    clang::ASTContext &Context);

/// Whether \p Call rethrows a captured exception, or captures one.
bool rethrows(const clang::Expr &Call);
bool captures(const clang::Expr &Call);

/// Whether below \p S some call for which \p Wanted holds mentions \p D.
bool callsOn(const clang::Stmt &S, const clang::ValueDecl &D,
             llvm::function_ref<bool(const clang::Expr &)> Wanted);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_RETHROW_H
