// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The remembering file system.

#include "InputFiles.h"

#include "Drafts.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace async_tidy::tool {
namespace {

template <typename Status> Stamp toStamp(const Status &S) {
  const auto Time = S.getLastModificationTime().time_since_epoch();
  return {
      S.getUniqueID().getDevice(), S.getUniqueID().getFile(), S.getSize(),
      static_cast<std::uint64_t>(
          std::chrono::duration_cast<std::chrono::nanoseconds>(Time).count())};
}

/// A file that is in memory only.
class DraftFile final : public llvm::vfs::File {
public:
  DraftFile(llvm::vfs::Status S, llvm::StringRef Content)
      : S(std::move(S)), Content(Content) {}
  llvm::ErrorOr<llvm::vfs::Status> status() override { return S; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &Name, int64_t, bool, bool) override {
    return llvm::MemoryBuffer::getMemBufferCopy(Content, Name);
  }
  std::error_code close() override { return {}; }

private:
  llvm::vfs::Status S;
  llvm::StringRef Content;
};

/// The draft of what \p Path leads to, or null.
const std::string *draftOf(llvm::StringRef Path) {
  if (drafts().empty())
    return nullptr;
  const auto It = drafts().find(canonicalPath(Path.str()));
  return It == drafts().end() ? nullptr : &It->second;
}

} // namespace

InputFiles::InputFiles()
    : ProxyFileSystem(llvm::vfs::createPhysicalFileSystem()) {}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
InputFiles::openFileForRead(const llvm::Twine &Path) {
  auto File = ProxyFileSystem::openFileForRead(Path);
  if (!File)
    return File;
  llvm::SmallString<256> Absolute;
  Path.toVector(Absolute);
  if (makeAbsolute(Absolute))
    return File;
  auto Status = (*File)->status();
  if (!Status)
    return File;
  if (const std::string *Draft = draftOf(Absolute)) {
    Opened.emplace(std::string(Absolute), stampOfDraft(*Draft));
    return std::make_unique<DraftFile>(
        llvm::vfs::Status::copyWithNewSize(*Status, Draft->size()), *Draft);
  }
  Opened.emplace(std::string(Absolute), toStamp(*Status));
  return File;
}

llvm::ErrorOr<llvm::vfs::Status> InputFiles::status(const llvm::Twine &Path) {
  auto Status = ProxyFileSystem::status(Path);
  llvm::SmallString<256> Absolute;
  Path.toVector(Absolute);
  if (Status && !makeAbsolute(Absolute))
    if (const std::string *Draft = draftOf(Absolute))
      return llvm::vfs::Status::copyWithNewSize(*Status, Draft->size());
  return Status;
}

std::map<std::string, Stamp> InputFiles::stamps() const {
  std::map<std::string, Stamp> Canonical;
  for (const auto &[Path, S] : Opened)
    Canonical.emplace(canonicalPath(Path), S);
  return Canonical;
}

Stamp stampOf(const std::string &Path) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status))
    return {};
  return toStamp(Status);
}

} // namespace async_tidy::tool
