// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which options are there?
//
// One table, read by the parser (Arguments.cpp) and by --help, so that an
// option cannot exist without its explanation.

#ifndef ASYNC_TIDY_TOOL_OPTIONTABLE_H
#define ASYNC_TIDY_TOOL_OPTIONTABLE_H

#include "options/Arguments.h"
#include "llvm/ADT/StringRef.h"

#include <functional>

namespace async_tidy::tool {

/// One option. Value names its value in the help, empty where it takes none;
/// Set stores it and returns what is wrong with it, or an empty string.
struct Option {
  llvm::StringRef Name;
  llvm::StringRef Value;
  llvm::StringRef Help;
  std::function<std::string(Arguments &, llvm::StringRef)> Set;
};

/// All options in the order of --help; a heading has no name.
const std::vector<Option> &optionTable();

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_OPTIONTABLE_H
