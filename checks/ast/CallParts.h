// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What are the parts of a call as written?
//
// Small questions about one expression, asked by everything that reads calls:
// what does it call, with which arguments, and what is left when implicit
// nodes are taken away.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CALLPARTS_H
#define ASYNC_TIDY_AST_CALLPARTS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace async_tidy {

/// Implicit nodes, temporaries and `std::move` removed.
const clang::Expr *strip(const clang::Expr *E);

/// The name that \p Call calls: function, member, function object or class;
/// empty where it has none.
llvm::StringRef calledName(const clang::Expr &Call);

/// The name that \p E calls or refers to; empty where it has none.
llvm::StringRef mentionedName(const clang::Expr &E);

/// The arguments of a call as written: without the object of a call operator,
/// the callee of std::invoke and default arguments.
llvm::SmallVector<const clang::Expr *, 6>
writtenArguments(const clang::Expr &Site);

/// What the local variable \p E was made from; any other \p E itself. Both
/// stripped.
const clang::Expr &origin(const clang::Expr &E);

/// What a container of type \p T, an array or a sequence of the standard
/// library, holds; null where it is none.
clang::QualType elementOf(clang::QualType T);

/// Whether \p E can be called: a lambda, a function, a function object.
bool isCallable(const clang::Expr &E);

/// Whether \p S mentions \p D.
bool mentions(const clang::Stmt &S, const clang::ValueDecl &D);

/// The only expression below \p S that refers to \p D; nullptr if there is
/// none, or more than one.
const clang::DeclRefExpr *onlyMention(const clang::Stmt &S,
                                      const clang::ValueDecl &D);

/// Whether \p S mentions \p D behind \p Loc.
bool mentionedBehind(const clang::Stmt &S, const clang::ValueDecl &D,
                     clang::SourceLocation Loc, const clang::SourceManager &SM);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CALLPARTS_H
