// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did clang ask the file system, and what was the answer?
//
// A file system that passes everything through to another and remembers the
// answers: the content of files that were read, and also which files were not
// there, since a header that appears earlier on the include path changes what
// is read. As long as all answers are the same, so is the result of the
// analysis (Cache.h). And a fix is written only while the file is still in the
// state that was read. Where a file has a
// draft (Drafts.h), the draft is what is read.

#ifndef ASYNC_TIDY_TOOL_INPUTFILES_H
#define ASYNC_TIDY_TOOL_INPUTFILES_H

#include "analysis/Findings.h"
#include "ast/ClangCompat.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <optional>

namespace async_tidy::tool {

/// A digest of 16 bytes.
std::string digestOf(llvm::StringRef Bytes);

/// \p Bytes behind their digest, for a file that others may damage.
std::string withDigest(const std::string &Bytes);

/// What stands behind the digest in \p Bytes; nothing where it does not fit.
std::optional<llvm::StringRef> behindDigest(llvm::StringRef Bytes);

/// The answers of a file system. All paths are absolute, as asked for.
struct Trace {
  std::map<std::string, std::string> Read;   ///< file → digest of its content
  std::map<std::string, std::string> Listed; ///< directory → digest of names
  std::vector<std::string> Present;          ///< there, but not read
  /// Not there. Of a path that would be in a missing directory, that directory.
  std::vector<std::string> Absent;
};

class InputFiles final : public llvm::vfs::ProxyFileSystem {
public:
  /// Asks the real file system; starts in the process's working directory and
  /// changes only its own.
  InputFiles();
  explicit InputFiles(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below);

  /// With the size of a draft where there is one.
  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) ASYNC_TIDY_EXISTS_OVERRIDE;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Directory,
                                          std::error_code &EC) override;

  /// What was opened, by canonical path.
  std::map<std::string, Stamp> stamps() const;

  /// What was asked; nothing where a file changed while clang read it.
  std::optional<Trace> trace();

private:
  friend class RecordingFile;
  std::string absolute(const llvm::Twine &Path) const;
  void noteContent(const std::string &Path, llvm::StringRef Content);

  std::map<std::string, Stamp> Opened; ///< by path as asked for, absolute
  llvm::StringMap<std::string> Contents;
  llvm::StringMap<bool> There; ///< whether status() succeeded
  llvm::StringSet<> Directories;
  bool Changed = false;
};

/// The state of \p Path now; zeros where there is no such file.
Stamp stampOf(const std::string &Path);

/// The digest of the names in a directory; empty where it cannot be listed.
std::string digestOfNames(const std::string &Directory);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_INPUTFILES_H
