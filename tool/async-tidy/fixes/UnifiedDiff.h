// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does --diff print? A patch that `git apply` and `patch -p1` take.

#ifndef ASYNC_TIDY_TOOL_UNIFIEDDIFF_H
#define ASYNC_TIDY_TOOL_UNIFIEDDIFF_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace async_tidy::tool {

/// The change from \p Old to \p New as a unified diff with three lines of
/// context, for the file that is \p Path below the top of the project; empty
/// where they are equal. Lines keep their bytes, line ends included.
std::string unifiedDiff(llvm::StringRef Old, llvm::StringRef New,
                        const std::string &Path);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_UNIFIEDDIFF_H
