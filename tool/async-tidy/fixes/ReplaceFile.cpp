// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Replacing a file by a rename.

#include "fixes/ReplaceFile.h"

#include "analysis/Findings.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

namespace async_tidy::tool {
namespace {

namespace fs = llvm::sys::fs;

std::string writeTo(llvm::raw_fd_ostream &Stream, llvm::StringRef Bytes) {
  Stream << Bytes;
  Stream.close();
  if (!Stream.has_error())
    return {};
  std::string Why = Stream.error().message();
  Stream.clear_error();
  return Why;
}

} // namespace

std::string replaceFile(const std::string &File, llvm::StringRef Bytes) {
  if (fs::exists(File) && !fs::is_regular_file(File)) {
    std::error_code Failed;
    llvm::raw_fd_ostream Stream(File, Failed, fs::CD_OpenExisting, fs::FA_Write,
                                fs::OF_None);
    return Failed ? Failed.message() : writeTo(Stream, Bytes);
  }
  const std::string Target = realPath(File);
  int Out = -1;
  llvm::SmallString<256> Temporary;
  if (std::error_code Failed =
          fs::createUniqueFile(Target + ".%%%%%%%%.tmp", Out, Temporary,
                               fs::OF_None, fs::all_read | fs::all_write))
    return Failed.message();
  llvm::sys::RemoveFileOnSignal(Temporary);
  llvm::raw_fd_ostream Stream(Out, /*shouldClose=*/true);
  std::string Wrong = writeTo(Stream, Bytes);
  if (Wrong.empty())
    if (std::error_code Failed = fs::rename(Temporary, Target))
      Wrong = Failed.message();
  if (!Wrong.empty())
    fs::remove(Temporary);
  llvm::sys::DontRemoveFileOnSignal(Temporary);
  return Wrong;
}

} // namespace async_tidy::tool
