// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which finding is the same in the next revision, for those who read reports?

#ifndef ASYNC_TIDY_TOOL_FORMATS_IDENTITY_H
#define ASYNC_TIDY_TOOL_FORMATS_IDENTITY_H

#include "SourceTexts.h"

namespace async_tidy::tool {

/// One identity for each of \p Findings, all different and without line
/// numbers: check, file, text of the line without blanks, and how many such
/// there were before it.
std::vector<std::string> identities(const std::vector<Finding> &Findings,
                                    const std::string &Root,
                                    SourceTexts &Sources);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_IDENTITY_H
