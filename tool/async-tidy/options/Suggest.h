// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did the person mean to write? For messages about unknown names.

#ifndef ASYNC_TIDY_TOOL_SUGGEST_H
#define ASYNC_TIDY_TOOL_SUGGEST_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace async_tidy::tool {

/// "did you mean '…'? " with the nearest of \p Known, or nothing where none is
/// near.
inline std::string didYouMean(llvm::StringRef Word,
                              const std::vector<std::string> &Known) {
  const unsigned Limit = static_cast<unsigned>(Word.size()) / 3 + 1;
  unsigned Best = Limit + 1;
  llvm::StringRef Nearest;
  for (const std::string &Name : Known)
    if (unsigned Distance = Word.edit_distance(Name, true, Limit);
        Distance < Best) {
      Best = Distance;
      Nearest = Name;
    }
  return Nearest.empty() ? std::string()
                         : "did you mean '" + Nearest.str() + "'? ";
}

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_SUGGEST_H
