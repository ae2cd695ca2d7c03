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
  llvm::SmallString<256> Installed(
      path::parent_path(path::parent_path(llvm::sys::fs::getMainExecutable(
          nullptr, reinterpret_cast<void *>(&pagesDirectory)))));
  path::append(Installed, "share", "doc", "async-tidy");
  path::append(Installed, "checks");
  for (const StringRef Directory :
       {Installed.str(), StringRef(ASYNC_TIDY_PAGES)})
    if (llvm::sys::fs::is_directory(Directory))
      return Directory.str();
  return {};
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
