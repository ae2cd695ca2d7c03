// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did clang-tidy report, as plain data?

#ifndef ASYNC_TIDY_TOOL_CONVERT_H
#define ASYNC_TIDY_TOOL_CONVERT_H

#include "Findings.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"

namespace async_tidy::tool {

/// Sorts \p Errors into findings, compile errors and configuration errors of
/// \p Result, and sets its outcome.
void convert(const std::vector<clang::tidy::ClangTidyError> &Errors,
             FileResult &Result);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CONVERT_H
