// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files does a source read?
//
// Asked before anything is parsed: the scan (Scan.h) looks at preprocessor
// directives only. A source that it cannot answer for counts as reading
// everything.

#ifndef ASYNC_TIDY_TOOL_REACH_H
#define ASYNC_TIDY_TOOL_REACH_H

#include "sources/CompileDatabase.h"

#include <optional>
#include <set>

namespace async_tidy::tool {

/// The files that each of \p Sources reads, itself included, canonical; nothing
/// where that cannot be said. In the order of \p Sources.
std::vector<std::optional<std::set<std::string>>>
filesRead(const std::vector<Source> &Sources, unsigned Jobs);

/// Those of \p Sources that read one of \p Files, or may.
std::vector<Source> reading(std::vector<Source> Sources,
                            const std::set<std::string> &Files, unsigned Jobs);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_REACH_H
