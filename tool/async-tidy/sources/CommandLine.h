// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How must a compile command change so that this clang accepts it?

#ifndef ASYNC_TIDY_TOOL_COMMANDLINE_H
#define ASYNC_TIDY_TOOL_COMMANDLINE_H

#include "options/Arguments.h"
#include "clang/Tooling/CompilationDatabase.h"

#include <string>

namespace async_tidy::tool {

/// Changes \p Command in place: \p File is the absolute path of its source.
void adjustCommand(clang::tooling::CompileCommand &Command,
                   const std::string &File, const Arguments &Args);

/// The directory of clang's builtin headers (stddef.h …), or empty where they
/// are not installed.
const std::string &resourceDirectory();

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_COMMANDLINE_H
