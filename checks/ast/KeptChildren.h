// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does somebody else still hold the children of a gather, and their failures?
//
//   auto a = start().share(), b = start().share();
//   when_all(a, b).wait();          // copies: the results are thrown away
//   use(a.get(), b.get());          // ... and are looked at here
//
// Futures that can be copied share their result. Where their owner keeps them,
// what becomes of the gather's own results says nothing.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_KEPTCHILDREN_H
#define ASYNC_TIDY_AST_KEPTCHILDREN_H

#include "Children.h"

namespace async_tidy {

/// Whether each of \p Children, given to \p Site in the function \p Around, is
/// a started future that can be copied, or holds such ones, and is kept: by
/// somebody outside the function, or in a variable that is mentioned behind
/// \p Site.
bool areKept(const ChildList &Children, const clang::Expr &Site,
             const clang::FunctionDecl *Around, const Resolver &Rows,
             const clang::ASTContext &Context);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_KEPTCHILDREN_H
