// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files were read, and in which state?
//
// A file system that passes everything through to the real one and remembers,
// for every file that clang opened, what identified its content at that moment.
// A fix is written only while the file is still in that state. Where a file has
// a draft (Drafts.h), the draft is what is read.

#ifndef ASYNC_TIDY_TOOL_INPUTFILES_H
#define ASYNC_TIDY_TOOL_INPUTFILES_H

#include "Findings.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace async_tidy::tool {

class InputFiles final : public llvm::vfs::ProxyFileSystem {
public:
  /// Starts in the process's working directory and changes only its own.
  InputFiles();

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;

  /// The size of a draft where there is one.
  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;

  /// What was opened, by canonical path.
  std::map<std::string, Stamp> stamps() const;

private:
  std::map<std::string, Stamp> Opened; ///< by path as asked for, absolute
};

/// The state of \p Path now; zeros where there is no such file.
Stamp stampOf(const std::string &Path);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_INPUTFILES_H
