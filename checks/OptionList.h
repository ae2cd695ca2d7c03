// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is a list written in an option?
//
// As in clang-tidy's own options: "a; b;c". Every reader of an option that is a
// list asks here, so that all agree about spaces and empty parts.

#ifndef ASYNC_TIDY_OPTIONLIST_H
#define ASYNC_TIDY_OPTIONLIST_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace async_tidy {

/// The parts of \p Text between semicolons, trimmed, without empty ones. They
/// point into \p Text.
inline llvm::SmallVector<llvm::StringRef, 4> listOf(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  llvm::SmallVector<llvm::StringRef, 4> Out;
  Text.split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (const llvm::StringRef Part : Parts)
    if (!Part.trim().empty())
      Out.push_back(Part.trim());
  return Out;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_OPTIONLIST_H
