// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which checks run where nobody asked for any of ours?
//
// All of them: whoever starts async-tidy or async-clangd wants them. The
// command and the editor ask this one function, so that they agree.

#ifndef ASYNC_TIDY_TOOL_DEFAULTCHECKS_H
#define ASYNC_TIDY_TOOL_DEFAULTCHECKS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace async_tidy::tool {

/// The globs of \p Globs (clang-tidy's `Checks`) with `async-*` put in where
/// they name no async check: in front of the first that removes one, else at
/// the end.
std::string withAsyncChecks(llvm::StringRef Globs);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_DEFAULTCHECKS_H
