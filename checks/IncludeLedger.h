// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which file has its include edit already?
//
// Several findings of one file need the same include, but clang-tidy drops
// identical edits of different findings as conflicts. So the first finding
// that is printed carries it, whichever check it belongs to: the checks of one
// translation unit share a ledger (SharedState.h). Safe and unsafe edits are
// booked apart, because unsafe ones are usually not applied and would take the
// include with them; they are never applied without the safe ones, whose
// include is theirs too. What is left: an unsafe edit in front of a safe one
// brings a second include where clang-tidy applies both.

#ifndef ASYNC_TIDY_INCLUDELEDGER_H
#define ASYNC_TIDY_INCLUDELEDGER_H

#include "core/Recipe.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

#include <utility>

namespace async_tidy {

class IncludeLedger {
public:
  /// True for the first claim of \p Header in \p File by edits that are as
  /// safe as \p How.
  bool claim(clang::FileID File, llvm::StringRef Header, Safety How) {
    if (How == Safety::Unsafe && at(File, Safety::Safe).contains(Header))
      return false;
    return at(File, How).insert(Header).second;
  }

private:
  llvm::StringSet<> &at(clang::FileID File, Safety How) {
    return Claimed[{File, static_cast<unsigned>(How)}];
  }

  llvm::DenseMap<std::pair<clang::FileID, unsigned>, llvm::StringSet<>> Claimed;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_INCLUDELEDGER_H
