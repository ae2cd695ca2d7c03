// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The remembering file system.

#include "InputFiles.h"

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
  if (!makeAbsolute(Absolute))
    if (auto Status = (*File)->status())
      Opened.emplace(std::string(Absolute), toStamp(*Status));
  return File;
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
