// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a chain of operators become a call?
//
//   a && b && c  →  safe_gather(a, b, c)
//
// The hardest edit, so it has a file of its own. Every replacement is a whole
// gap: the text in front of the first operand, between two operands, and
// behind the last. A gap is lexed, so that an operator in a comment stays what
// it is.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CHAINEDIT_H
#define ASYNC_TIDY_AST_CHAINEDIT_H

#include "Edits.h"

namespace async_tidy {

/// The replacements that turn the chain of \p Call into a call that begins
/// with \p Opening, for example "safe_gather("; empty if the operands do not
/// stand in one file in order.
Hints editChain(const AsyncCall &Call, llvm::StringRef Opening,
                clang::ASTContext &Context);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CHAINEDIT_H
