// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which report goes where?
//
//   --format=sarif:out.sarif --format=github   ──> a file, and standard output
//   --format=json -o out.json                  ──> a file, and text on the log
//
// Standard output holds one format. Where nothing else was sent there it holds
// text, so that a log is never empty because a report went to a file.

#ifndef ASYNC_TIDY_TOOL_FORMATS_OUTPUTS_H
#define ASYNC_TIDY_TOOL_FORMATS_OUTPUTS_H

#include "formats/Format.h"

namespace async_tidy::tool {

struct Output {
  const Format *As;
  std::string File; ///< empty: standard output
};

/// What --format and -o of \p Args mean. Errors are sentences with a remedy.
llvm::Expected<std::vector<Output>> chooseOutputs(const Arguments &Args);

/// Whether \p Outputs ask for a patch.
bool wantsPatch(const std::vector<Output> &Outputs);

/// Writes each output; a file is replaced as a whole or not at all. Returns
/// what went wrong, one sentence each.
std::vector<std::string> writeOutputs(const std::vector<Output> &Outputs,
                                      const RunReport &Run, Colour Colours);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_OUTPUTS_H
