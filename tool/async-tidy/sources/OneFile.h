// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is clang given the commands of one source, as they were adjusted?

#ifndef ASYNC_TIDY_TOOL_ONEFILE_H
#define ASYNC_TIDY_TOOL_ONEFILE_H

#include "sources/CompileDatabase.h"
#include "clang/Tooling/CompilationDatabase.h"

namespace async_tidy::tool {

/// A database of one file. \p S must live as long.
class OneFile final : public clang::tooling::CompilationDatabase {
public:
  explicit OneFile(const Source &S) : S(S) {}
  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef) const override {
    return S.Commands;
  }

private:
  const Source &S;
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_ONEFILE_H
