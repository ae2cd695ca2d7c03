// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing a report so that nobody ever reads half of it.

#ifndef ASYNC_TIDY_TOOL_REPLACEFILE_H
#define ASYNC_TIDY_TOOL_REPLACEFILE_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace async_tidy::tool {

/// Makes \p Bytes the content of \p File: a regular file is replaced by a
/// rename, links are followed, anything else (a pipe, /dev/null) is written to.
/// Returns what went wrong, or an empty string.
std::string replaceFile(const std::string &File, llvm::StringRef Bytes);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_REPLACEFILE_H
