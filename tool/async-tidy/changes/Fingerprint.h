// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// By what is a finding known again in another run?
//
//   check · file · enclosing function · tokens of the code · ordinal
//
// No line, no column, no message: the finding keeps its key when the file is
// reformatted, when its function moves, and when messages are reworded. The
// ordinal tells findings apart that share all the rest, in reading order. The
// baseline, SARIF and GitLab all use this key.

#ifndef ASYNC_TIDY_TOOL_FINGERPRINT_H
#define ASYNC_TIDY_TOOL_FINGERPRINT_H

#include "analysis/Findings.h"

#include <compare>

namespace async_tidy::tool {

struct FindingKey {
  std::string Check;
  std::string File; ///< relative to the directory asked for, with slashes
  std::string Function;
  std::string Code; ///< the tokens, long ones shortened by shortCode()
  unsigned Ordinal = 0;

  auto operator<=>(const FindingKey &) const = default;
};

/// The keys of \p Findings, which are in reading order (merge()), one each.
/// Paths are relative to \p Directory, which is canonical.
std::vector<FindingKey> keysOf(const std::vector<Finding> &Findings,
                               const std::string &Directory);

/// 32 hexadecimal digits that stand for \p Key.
std::string fingerprint(const FindingKey &Key);

/// \p Tokens if they are short, else their beginning and a hash of all.
std::string shortCode(const std::string &Tokens);

/// \p Path as seen from \p Directory; both are canonical.
std::string relativePath(const std::string &Path, const std::string &Directory);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FINGERPRINT_H
