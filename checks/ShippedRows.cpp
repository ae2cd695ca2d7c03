// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ShippedRows.h. Files are read through the compiler's own file system, so
// that whoever records a run's inputs records them, too.

#include "ShippedRows.h"

#include "ast/AsyncLibrary.h"
#include "ast/ClangCompat.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Tells ShippedRows of every header.
class Includes final : public PPCallbacks {
public:
  Includes(std::shared_ptr<ShippedRows> Rows, llvm::vfs::FileSystem &Files)
      : Rows(std::move(Rows)), Files(Files) {}

  void InclusionDirective(SourceLocation, const Token &, StringRef Spelled,
                          bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, ASYNC_TIDY_INCLUDED_MODULE,
                          SrcMgr::CharacteristicKind) override {
    if (File)
      Rows->lookBeside(File->getName(), Spelled, Files);
  }

private:
  std::shared_ptr<ShippedRows> Rows;
  llvm::vfs::FileSystem &Files;
};

/// How many folders \p Spelled names: 2 for "team/net/all.h".
unsigned namedFolders(StringRef Spelled) {
  unsigned Count = 0;
  const StringRef Folder = llvm::sys::path::parent_path(Spelled);
  for (auto I = llvm::sys::path::begin(Folder),
            End = llvm::sys::path::end(Folder);
       I != End; ++I)
    Count = *I == ".." ? 0 : Count + (*I != ".");
  return Count;
}

} // namespace

void ShippedRows::watch(const std::shared_ptr<ShippedRows> &Self,
                        Preprocessor &PP) {
  if (Self->Watching)
    return;
  Self->Watching = true;
  PP.addPPCallbacks(std::make_unique<Includes>(
      Self, PP.getFileManager().getVirtualFileSystem()));
}

void ShippedRows::lookBeside(StringRef Header, StringRef Spelled,
                             llvm::vfs::FileSystem &Files) {
  StringRef Folder = llvm::sys::path::parent_path(Header);
  // An absolute name says nothing of where the library begins.
  unsigned Left = llvm::sys::path::is_absolute(Spelled)
                      ? 1
                      : std::max(1U, namedFolders(Spelled));
  for (; Left > 0 && Visited.insert(Folder).second; --Left) {
    llvm::SmallString<128> Path(Folder);
    llvm::sys::path::append(Path, FileName);
    if (Files.exists(Path))
      if (auto Buffer = Files.getBufferForFile(Path)) {
        if (auto Library = parseLibrary((*Buffer)->getMemBufferRef()))
          Found.push_back(std::move(*Buffer));
        else
          Refused.push_back(llvm::toString(Library.takeError()));
      }
    Folder = llvm::sys::path::parent_path(Folder);
  }
}

} // namespace async_tidy
