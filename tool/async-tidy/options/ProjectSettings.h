// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did the team write down about new and existing code?
//
// In the file `.async-tidy` at the top of the checkout, in YAML; all keys are
// optional and mean what the options of the command with their names mean:
//
//   new-from: origin/main
//   baseline: .async-tidy-baseline     relative to this file
//   existing: count
//
// The command and the editor read the same file, so that they show the same.
// How each check behaves stands in `.clang-tidy`, as for clang-tidy.

#ifndef ASYNC_TIDY_TOOL_PROJECTSETTINGS_H
#define ASYNC_TIDY_TOOL_PROJECTSETTINGS_H

#include "llvm/Support/Error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace async_tidy::tool {

/// What becomes of findings in existing code, with --new-from or --baseline.
enum class Existing : std::uint8_t {
  Count, ///< only their number is said
  Print, ///< without effect on the exit code
  Fail,  ///< like those in new code
};

struct ProjectSettings {
  std::string File;     ///< that said so, canonical; empty: there is none
  std::string NewFrom;  ///< a revision; empty: all code is new
  std::string Baseline; ///< a path, absolute; empty: no finding is known
  std::optional<Existing> OldFindings;
};

/// Whether settings above a directory hold for it.
enum class Above : std::uint8_t { Too, Not };

/// Reads the nearest `.async-tidy` in \p Directory, which is canonical, or
/// above it. An error names file, line and column.
llvm::Expected<ProjectSettings>
readProjectSettings(const std::string &Directory, Above Where = Above::Too);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_PROJECTSETTINGS_H
