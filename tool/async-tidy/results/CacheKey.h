// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is a result the result of?
//
// Of everything the analysis of one file is told before it asks the file
// system: the program and its libraries, the compile commands, the effective
// options with the content of the files they name, and the environment that
// clang looks at. All of it goes into the key under which the result is stored.

#ifndef ASYNC_TIDY_TOOL_CACHEKEY_H
#define ASYNC_TIDY_TOOL_CACHEKEY_H

#include "analysis/Bodies.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "results/Cache.h"
#include "sources/CompileDatabase.h"

namespace async_tidy::tool {

/// The digest of this program and its libraries; the same on every machine that
/// has the same.
const std::string &programDigest();

/// Whether the value of the check option \p Name is a list of files.
bool namesFiles(llvm::StringRef Name);

/// The key of \p S with the effective \p Options, analysed for \p Where.
std::string cacheKey(const Source &S, const Arguments &Args,
                     const Reported &Where,
                     const clang::tidy::ClangTidyOptions &Options,
                     CurrentFiles &Now);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CACHEKEY_H
