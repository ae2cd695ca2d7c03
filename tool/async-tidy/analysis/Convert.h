// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did clang-tidy report, as plain data?

#ifndef ASYNC_TIDY_TOOL_CONVERT_H
#define ASYNC_TIDY_TOOL_CONVERT_H

#include "AsyncBase.h"
#include "analysis/Findings.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"

#include <tuple>

namespace async_tidy::tool {

/// What the checks said of their findings, by check, file (as the source
/// manager names it) and offset.
struct SiteNotes {
  struct Note {
    CodeAge Age = CodeAge::New;
    std::string Function;
    std::string Tokens;
  };
  std::map<std::tuple<std::string, std::string, std::uint64_t>, Note> Known;

  /// To be called by setFindingListener().
  void add(const FindingReport &Report);
};

/// Sorts \p Errors into findings, compile errors and configuration errors of
/// \p Result, and sets its outcome.
void convert(const std::vector<clang::tidy::ClangTidyError> &Errors,
             const SiteNotes &Sites, FileResult &Result);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CONVERT_H
