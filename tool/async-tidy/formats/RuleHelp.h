// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a report say about a check to somebody who has never met it?
//
// The paragraphs "What it finds" and "Why it matters" of the check's page in
// docs/checks, built into the binary (RuleHelp.cmake), so that a code scanning
// page can show them without a network.

#ifndef ASYNC_TIDY_TOOL_FORMATS_RULEHELP_H
#define ASYNC_TIDY_TOOL_FORMATS_RULEHELP_H

#include <span>
#include <string_view>

namespace async_tidy::tool {

struct RuleHelp {
  std::string_view Check; ///< "async-raw-gather"
  std::string_view Finds; ///< Markdown
  std::string_view Why;   ///< Markdown
};

std::span<const RuleHelp> ruleHelp();

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_RULEHELP_H
