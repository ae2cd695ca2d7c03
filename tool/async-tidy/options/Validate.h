// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is wrong with a configuration?
//
// clang-tidy passes over an unknown check or option in silence, so a slip of
// the pen turns a check off for good. Here every mistake in what concerns us is
// a sentence with its place and, where there is one, the name that was meant.
// Names of other tools' checks are none of our business.

#ifndef ASYNC_TIDY_TOOL_VALIDATE_H
#define ASYNC_TIDY_TOOL_VALIDATE_H

#include "clang-tidy/ClangTidyOptions.h"

#include <string>
#include <vector>

namespace async_tidy::tool {

/// Comma- or newline-separated items, trimmed, empty ones left out.
std::vector<std::string> splitGlobs(llvm::StringRef Globs);

/// Adds to \p Errors each glob of \p Globs that is about async checks and
/// matches none. \p Where begins the sentence.
void validateGlobs(llvm::StringRef Where, llvm::StringRef Globs,
                   std::vector<std::string> &Errors);

/// Adds to \p Errors each option of an async check that it does not have, and
/// each library file that cannot be read.
void validateOptions(llvm::StringRef Where,
                     const clang::tidy::ClangTidyOptions &Options,
                     std::vector<std::string> &Errors);

/// Reads a .clang-tidy file. What is wrong goes to \p Errors; malformed YAML
/// gives empty options.
clang::tidy::ClangTidyOptions
readConfiguration(llvm::MemoryBufferRef Text, std::vector<std::string> &Errors);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_VALIDATE_H
