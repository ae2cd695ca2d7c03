// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How must a full name be written where an edit inserts it?
//
//   namespace app { namespace safe_async { ... }  void f() { <here> } }
//
// Here `safe_async::safe_gather` would be looked for in `app::safe_async`, so
// it is written `::safe_async::safe_gather`.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_NAMEINSCOPE_H
#define ASYNC_TIDY_AST_NAMEINSCOPE_H

#include "Edits.h"
#include "clang/AST/ASTContext.h"

namespace async_tidy {

/// \p FullName as it is written at \p Place: with leading colons where an
/// enclosing namespace or class has a namespace or type of that first name.
std::string nameInScope(const std::string &FullName, const clang::Stmt &Place,
                        clang::ASTContext &Context);

/// \p Spelling as it is written at \p Place.
GatherSpelling spellingInScope(GatherSpelling Spelling,
                               const clang::Stmt &Place,
                               clang::ASTContext &Context);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_NAMEINSCOPE_H
