// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where are the texts of libraries/*.yml in the binary?
//
// Embed.cmake writes the definition at build time, so that an
// installed plugin needs no data files beside it.

#ifndef ASYNC_TIDY_LIBRARIES_BUILTINLIBRARIES_H
#define ASYNC_TIDY_LIBRARIES_BUILTINLIBRARIES_H

#include <span>
#include <string_view>

namespace async_tidy {

/// One embedded file.
struct BuiltinLibrary {
  std::string_view Name; ///< file name, for messages: "libraries/asio.yml"
  std::string_view Text;
};

/// All embedded files, sorted by name.
std::span<const BuiltinLibrary> builtinLibraries();

} // namespace async_tidy

#endif // ASYNC_TIDY_LIBRARIES_BUILTINLIBRARIES_H
