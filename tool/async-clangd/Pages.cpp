// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Pages.h.

#include "Pages.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace async_tidy::clangd {

std::string pagesDirectory() {
  const std::string Program = llvm::sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void *>(&pagesDirectory));
  for (StringRef Up = path::parent_path(Program); !Up.empty();
       Up = path::parent_path(Up)) {
    llvm::SmallString<256> Pages(Up);
    path::append(Pages, "share", "doc", "async-clangd-" ASYNC_TIDY_LLVM_MAJOR,
                 "checks");
    if (llvm::sys::fs::is_directory(Pages))
      return Pages.str().str();
  }
  return llvm::sys::fs::is_directory(ASYNC_TIDY_PAGES) ? ASYNC_TIDY_PAGES : "";
}

std::string pageOf(StringRef Check, StringRef Directory) {
  Check.consume_front("async-");
  llvm::SmallString<256> Page(Directory);
  path::append(Page, Check + ".md");
  if (Directory.empty() || !llvm::sys::fs::exists(Page))
    return {};
  std::string Uri = "file://";
  for (const char C : Page) {
    if (llvm::isAlnum(C) || StringRef("/-_.~").contains(C))
      Uri += C;
    else
      Uri += "%" + llvm::toHex(StringRef(&C, 1));
  }
  return Uri;
}

} // namespace async_tidy::clangd
