// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where can a person read about a check?
//
// On the pages in docs/checks: installed below the same prefix as the program,
// in share/doc/async-clangd-<major>/checks, else in the source tree it was
// built from.

#ifndef ASYNC_TIDY_CLANGD_PAGES_H
#define ASYNC_TIDY_CLANGD_PAGES_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace async_tidy::clangd {

/// The directory of the pages; empty where there is none.
std::string pagesDirectory();

/// The URI of the page of \p Check in \p Directory; empty where there is none.
std::string pageOf(llvm::StringRef Check, llvm::StringRef Directory);

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_PAGES_H
