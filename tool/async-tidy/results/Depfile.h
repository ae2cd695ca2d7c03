// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files, when they change, are a reason to run again?
//
// For build systems, in the syntax of Make, as compilers write it: sources and
// headers, .clang-tidy, files of rows, a baseline. What the syntax cannot say:
// a file that was looked for and not found. The compile database is not listed,
// because every configuration of a build writes it anew.

#ifndef ASYNC_TIDY_TOOL_DEPFILE_H
#define ASYNC_TIDY_TOOL_DEPFILE_H

#include "analysis/Findings.h"
#include "options/Configuration.h"
#include "sources/CompileDatabase.h"

#include <set>

namespace async_tidy::tool {

/// The files on which \p Results depend, which came from \p Files.
std::set<std::string> inputsOf(const Arguments &Args, const Project &Files,
                               Configuration &Settings,
                               const std::vector<FileResult> &Results);

/// A rule for Make: \p Target depends on \p Inputs.
std::string makeRule(llvm::StringRef Target,
                     const std::set<std::string> &Inputs);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_DEPFILE_H
