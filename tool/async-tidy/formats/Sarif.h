// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The part of a SARIF report that describes the tool and not the run: its
// rules, and the one kind of notification it has.

#ifndef ASYNC_TIDY_TOOL_FORMATS_SARIF_H
#define ASYNC_TIDY_TOOL_FORMATS_SARIF_H

#include "formats/Format.h"
#include "llvm/Support/JSON.h"

namespace async_tidy::tool {

/// The notification about a file that could not be analysed.
inline constexpr llvm::StringLiteral SarifNotAnalysed = "not-analysed";

/// Writes the content of `tool`: every check is a rule, found or not, so that
/// a viewer can tell "none" from "not looked for".
void writeSarifDriver(llvm::json::OStream &J, const RunReport &Run);

/// The index of \p Check among the rules, or -1.
int sarifRuleIndex(llvm::StringRef Check);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_SARIF_H
