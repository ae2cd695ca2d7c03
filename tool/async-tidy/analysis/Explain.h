// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Why was a call judged as it was?

#ifndef ASYNC_TIDY_TOOL_EXPLAIN_H
#define ASYNC_TIDY_TOOL_EXPLAIN_H

#include "AsyncCheck.h"
#include "analysis/Findings.h"

namespace async_tidy::tool {

/// The call, its row, the facts and the path through the decision tree, at the
/// place of the call. Lines after the first are indented by two.
Message explainSite(const SiteReport &Site);

/// Where \p Loc is in a file, out of macros.
Place placeOf(clang::SourceLocation Loc, const clang::SourceManager &Sources);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_EXPLAIN_H
