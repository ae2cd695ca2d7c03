// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which checks run on a file, with which options?
//
//   .clang-tidy files │ --config ──> clang-tidy's own provider ─┐
//   --checks, --header-filter, policy options ──────────────────┴─> per file
//
// Only async-* checks are ever enabled: the rest of a .clang-tidy file is for
// clang-tidy. Mistakes in what concerns us are found before the first file is
// analysed.

#ifndef ASYNC_TIDY_TOOL_CONFIGURATION_H
#define ASYNC_TIDY_TOOL_CONFIGURATION_H

#include "clang-tidy/ClangTidyOptions.h"
#include "options/Arguments.h"

#include <memory>
#include <string>
#include <vector>

namespace async_tidy::tool {

/// Names of all async-* checks, sorted.
const std::vector<std::string> &allChecks();

/// Per-file options. Not shared between processes: a worker makes its own.
class Configuration final : public clang::tidy::ClangTidyOptionsProvider {
public:
  /// Fails where --config, --config-file or --line-filter cannot be used.
  static llvm::Expected<std::unique_ptr<Configuration>>
  create(const Arguments &Args);

  const clang::tidy::ClangTidyGlobalOptions &getGlobalOptions() override;
  std::vector<OptionsSource> getRawOptions(llvm::StringRef File) override;

  /// The enabled checks for \p File, sorted.
  std::vector<std::string> enabledChecks(llvm::StringRef File);

  /// Whether somebody wrote down which headers count; otherwise the command's
  /// own rule holds (headers of the project).
  bool hasHeaderFilter(llvm::StringRef File);

  /// Everything wrong with the configuration of the files asked for so far:
  /// malformed YAML, unknown async-* checks, unknown options of our checks.
  std::vector<std::string> takeErrors();

private:
  Configuration() = default;

  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Inner;
  clang::tidy::ClangTidyGlobalOptions Global;
  std::string ExtraChecks; ///< --checks
  std::vector<std::string> Errors;
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CONFIGURATION_H
