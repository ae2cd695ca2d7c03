// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The remembering file system. Content is digested when it is handed out, not
// later: what counts is what clang saw.

#include "results/InputFiles.h"

#include "fixes/Drafts.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

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

std::string digestOf(llvm::StringRef Bytes) {
  const auto Digest =
      llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef(Bytes));
  return std::string(Digest.begin(), Digest.end());
}

std::string withDigest(const std::string &Bytes) {
  return digestOf(Bytes) + Bytes;
}

std::optional<llvm::StringRef> behindDigest(llvm::StringRef Bytes) {
  constexpr std::size_t Size = 16;
  const llvm::StringRef Rest = Bytes.drop_front(std::min(Size, Bytes.size()));
  if (Bytes.size() < Size || digestOf(Rest) != Bytes.take_front(Size))
    return std::nullopt;
  return Rest;
}

/// An open file that tells what was read from it.
class RecordingFile final : public llvm::vfs::File {
public:
  RecordingFile(InputFiles &Files, std::string Path,
                std::unique_ptr<llvm::vfs::File> Inner)
      : Files(Files), Path(std::move(Path)), Inner(std::move(Inner)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return Inner->status(); }
  llvm::ErrorOr<std::string> getName() override { return Inner->getName(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &Name, std::int64_t FileSize,
            bool RequiresNullTerminator, bool IsVolatile) override {
    auto Buffer =
        Inner->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (Buffer)
      Files.noteContent(Path, (*Buffer)->getBuffer());
    return Buffer;
  }
  std::error_code close() override { return Inner->close(); }

private:
  InputFiles &Files;
  std::string Path;
  std::unique_ptr<llvm::vfs::File> Inner;
};

InputFiles::InputFiles()
    : ProxyFileSystem(llvm::vfs::createPhysicalFileSystem()) {}

InputFiles::InputFiles(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below)
    : ProxyFileSystem(std::move(Below)) {}

std::string InputFiles::absolute(const llvm::Twine &Path) const {
  llvm::SmallString<256> Absolute;
  Path.toVector(Absolute);
  return makeAbsolute(Absolute) ? std::string() : std::string(Absolute);
}

llvm::ErrorOr<llvm::vfs::Status> InputFiles::status(const llvm::Twine &Path) {
  auto Status = ProxyFileSystem::status(Path);
  const std::string Absolute = absolute(Path);
  There.try_emplace(Absolute, static_cast<bool>(Status));
  if (Status)
    if (const std::string *Draft = draftOf(Absolute))
      return llvm::vfs::Status::copyWithNewSize(*Status, Draft->size());
  return Status;
}

bool InputFiles::exists(const llvm::Twine &Path) {
  return static_cast<bool>(status(Path));
}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
InputFiles::openFileForRead(const llvm::Twine &Path) {
  auto File = ProxyFileSystem::openFileForRead(Path);
  const std::string Absolute = absolute(Path);
  There.try_emplace(Absolute, static_cast<bool>(File));
  if (!File || Absolute.empty())
    return File;
  auto Status = (*File)->status();
  if (Status) {
    if (!Status->isRegularFile())
      Changed = true; // a pipe: the next reader gets something else
    if (const std::string *Draft = draftOf(Absolute)) {
      Opened.emplace(Absolute, stampOfDraft(*Draft));
      return std::make_unique<DraftFile>(
          llvm::vfs::Status::copyWithNewSize(*Status, Draft->size()), *Draft);
    }
    Opened.emplace(Absolute, toStamp(*Status));
  }
  return std::make_unique<RecordingFile>(*this, Absolute, std::move(*File));
}

llvm::vfs::directory_iterator
InputFiles::dir_begin(const llvm::Twine &Directory, std::error_code &EC) {
  Directories.insert(absolute(Directory));
  return ProxyFileSystem::dir_begin(Directory, EC);
}

void InputFiles::noteContent(const std::string &Path, llvm::StringRef Content) {
  const auto [At, New] = Contents.try_emplace(Path);
  std::string Digest = digestOf(Content);
  if (New)
    At->second = std::move(Digest);
  else if (At->second != Digest)
    Changed = true;
}

std::map<std::string, Stamp> InputFiles::stamps() const {
  std::map<std::string, Stamp> Canonical;
  llvm::StringMap<std::string> Folders; // hundreds of headers in a few of them
  for (const auto &[Path, S] : Opened) {
    if (llvm::sys::fs::is_symlink_file(Path)) {
      Canonical.emplace(canonicalPath(Path), S);
      continue;
    }
    const llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
    const auto [At, New] = Folders.try_emplace(Folder);
    if (New)
      At->second = canonicalPath(Folder.str());
    llvm::SmallString<256> File(At->second);
    llvm::sys::path::append(File, llvm::sys::path::filename(Path));
    Canonical.emplace(std::string(File), S);
  }
  return Canonical;
}

std::optional<Trace> InputFiles::trace() {
  Trace Out;
  for (const auto &Each : Contents)
    Out.Read.emplace(Each.getKey().str(), Each.getValue());
  for (const auto &Each : Directories)
    Out.Listed.emplace(Each.getKey().str(), digestOfNames(Each.getKey().str()));
  llvm::StringMap<bool> Exists;
  const auto IsThere = [&](llvm::StringRef Path) {
    const auto [At, New] = Exists.try_emplace(Path);
    if (New)
      At->second = llvm::sys::fs::exists(Path);
    return At->second;
  };
  std::set<std::string> Absent;
  for (const auto &Each : There) {
    llvm::StringRef Path = Each.getKey();
    if (Each.getValue() && !llvm::sys::fs::is_directory(Path)) {
      if (!Contents.count(Path))
        Out.Present.push_back(Path.str());
    } else if (!Each.getValue()) {
      if (IsThere(Path))
        Changed = true; // it has come since
      for (llvm::StringRef Above = llvm::sys::path::parent_path(Path);
           !Above.empty() && !IsThere(Above);
           Above = llvm::sys::path::parent_path(Above))
        Path = Above;
      Absent.insert(Path.str());
    }
  }
  Out.Absent.assign(Absent.begin(), Absent.end());
  if (Changed)
    return std::nullopt;
  return Out;
}

Stamp stampOf(const std::string &Path) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status))
    return {};
  return toStamp(Status);
}

std::string digestOfNames(const std::string &Directory) {
  std::set<std::string> Names;
  std::error_code EC;
  for (llvm::sys::fs::directory_iterator At(Directory, EC), End;
       !EC && At != End; At.increment(EC))
    Names.insert(At->path());
  if (EC)
    return {};
  std::string Text;
  for (const std::string &Name : Names)
    Text += Name + '\0';
  return digestOf(Text);
}

} // namespace async_tidy::tool
