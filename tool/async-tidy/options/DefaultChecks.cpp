// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See DefaultChecks.h.

#include "options/DefaultChecks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace async_tidy::tool {

std::string withAsyncChecks(StringRef Globs) {
  llvm::SmallVector<StringRef, 8> Items;
  for (StringRef Line : llvm::split(Globs, '\n'))
    for (StringRef Item : llvm::split(Line, ','))
      if (!Item.trim().empty())
        Items.push_back(Item.trim());
  const auto Names = [](StringRef G) { return G.starts_with("async-"); };
  if (llvm::any_of(Items, Names))
    return Globs.str();
  const auto Removes = [](StringRef G) { return G.starts_with("-async-"); };
  Items.insert(llvm::find_if(Items, Removes), "async-*");
  return llvm::join(Items, ",");
}

} // namespace async_tidy::tool
