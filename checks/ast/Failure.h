// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a function say what is wrong with what the user gave?
//
// As a sentence that ends in the remedy. Nobody branches on the kind of such a
// failure, so it has no code.

#ifndef ASYNC_TIDY_AST_FAILURE_H
#define ASYNC_TIDY_AST_FAILURE_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

namespace async_tidy {

/// An error with the message \p Text.
inline llvm::Error failure(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_FAILURE_H
