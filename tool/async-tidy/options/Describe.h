// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is built into this binary? For the docs, the meta-tests and the curious.

#ifndef ASYNC_TIDY_TOOL_DESCRIBE_H
#define ASYNC_TIDY_TOOL_DESCRIBE_H

#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace async_tidy::tool {

/// Writes checks, options, libraries with their rows and the whole decision
/// table as JSON. Keys are spelled as in the library files.
void describeAll(llvm::raw_ostream &Out);

/// Writes one line per check: whether it is one of \p Enabled, its name and
/// what it finds.
void listChecks(llvm::raw_ostream &Out,
                const std::vector<std::string> &Enabled);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_DESCRIBE_H
