// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files are analysed, and how is each compiled?
//
//   -p / nearest compile_commands.json ─┐
//   flags after `--` ───────────────────┴─> Sources, commands adjusted to clang
//   FILES: paths, directories, regexes ───> those that are meant

#ifndef ASYNC_TIDY_TOOL_COMPILEDATABASE_H
#define ASYNC_TIDY_TOOL_COMPILEDATABASE_H

#include "options/Arguments.h"
#include "clang/Tooling/CompilationDatabase.h"

#include <string>
#include <vector>

namespace async_tidy::tool {

/// A source file and its compile commands; there are several where a build
/// compiles it several times.
struct Source {
  std::string File; ///< canonical path
  std::vector<clang::tooling::CompileCommand> Commands;
};

struct Project {
  /// The directory below which headers are the project's own: the top of the
  /// checkout that holds the compile database, else of the one that holds the
  /// first file, else the database's directory itself. Canonical.
  std::string Root;
  std::vector<Source> Sources; ///< sorted by file
};

/// Finds the compile database and the files that \p Args mean. Errors are
/// sentences with a remedy.
llvm::Expected<Project> loadProject(const Arguments &Args);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_COMPILEDATABASE_H
