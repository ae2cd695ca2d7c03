// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does edited text get the layout of the file around it?
//
// As in clang-tidy: --format-style, or FormatStyle in .clang-tidy, names a
// style of clang-format, and what a fix touches is laid out in it; the rest of
// the file stays as it is. Without, and with "none", an edit is what the check
// wrote.

#ifndef ASYNC_TIDY_TOOL_RESTYLE_H
#define ASYNC_TIDY_TOOL_RESTYLE_H

#include "fixes/Fix.h"

namespace async_tidy::tool {

/// \p Old, the content of \p File, with \p Edits, laid out in \p Style: a name
/// that clang-format's --style takes. Fails where that style cannot be read.
llvm::Expected<std::string> applyInStyle(llvm::StringRef Style,
                                         const std::string &File,
                                         llvm::StringRef Old,
                                         const std::vector<Edit> &Edits);

/// What is wrong with \p Style, or an empty string. A style that is looked up
/// for each file ("file") is judged when a file is edited.
std::string problemOfStyle(llvm::StringRef Style);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_RESTYLE_H
