// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries on disk; see Cache.h. An entry is a file
//
//   DIR/2-hex-digits/key in hex:   magic, digest of the rest, the rest
//
// so that one directory never has too many names in it.

#include "results/Cache.h"

#include "results/Record.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
namespace fs = llvm::sys::fs;

/// The format's name; a change of the format changes it.
constexpr StringRef Magic = "async-tidy 1\n";
constexpr StringRef TemporarySuffix = ".new";

} // namespace

const CurrentFiles::Content &CurrentFiles::read(const std::string &Path) {
  const auto [At, New] = Files.try_emplace(Path);
  if (!New)
    return At->second;
  At->second.Before = stampOf(Path);
  if (auto Buffer = llvm::MemoryBuffer::getFile(
          Path, /*IsText=*/false, /*RequiresNullTerminator=*/false))
    At->second.Digest = digestOf((*Buffer)->getBuffer());
  return At->second;
}

const std::string &CurrentFiles::digest(const std::string &Path) {
  return read(Path).Digest;
}

bool CurrentFiles::exists(StringRef Path) {
  const auto [At, New] = Exists.try_emplace(Path);
  if (New)
    At->second = fs::exists(Path);
  return At->second;
}

bool CurrentFiles::agreeWith(const Trace &T) {
  for (const auto &[Path, Digest] : T.Read)
    if (read(Path).Digest != Digest)
      return false;
  for (const auto &[Path, Digest] : T.Listed) {
    const auto [At, New] = Listings.try_emplace(Path);
    if (New)
      At->second = digestOfNames(Path);
    if (At->second != Digest)
      return false;
  }
  return std::all_of(T.Present.begin(), T.Present.end(),
                     [this](const std::string &P) { return exists(P); }) &&
         std::none_of(T.Absent.begin(), T.Absent.end(),
                      [this](const std::string &P) { return exists(P); });
}

std::map<std::string, Stamp> CurrentFiles::stamps(const Trace &T) {
  std::map<std::string, Stamp> Out;
  for (const auto &[Path, Digest] : T.Read) {
    const auto [At, New] = Canonical.try_emplace(Path);
    if (New)
      At->second = canonicalPath(Path);
    Out.emplace(At->second, read(Path).Before);
  }
  return Out;
}

llvm::Expected<Cache> Cache::open(const std::string &Directory) {
  const auto Unusable = [&](std::error_code Why) {
    return llvm::createStringError(
        Why,
        "cannot write to the cache directory %s: %s; see --cache-dir and "
        "--no-cache",
        Directory.c_str(), Why.message().c_str());
  };
  if (const std::error_code Why = fs::create_directories(Directory))
    return Unusable(Why);
  if (const std::error_code Why = fs::access(Directory, fs::AccessMode::Write))
    return Unusable(Why);
  llvm::SmallString<256> Tag(Directory);
  llvm::sys::path::append(Tag, "CACHEDIR.TAG");
  if (!fs::exists(Tag)) { // backup programs leave such directories out
    std::error_code Why;
    llvm::raw_fd_ostream(Tag, Why)
        << "Signature: 8a477f597d28d172789f06886806bc55\n";
  }
  return Cache(canonicalPath(Directory));
}

std::string Cache::pathOf(const std::string &Key) const {
  const std::string Hex = llvm::toHex(Key, /*LowerCase=*/true);
  return Directory + "/" + Hex.substr(0, 2) + "/" + Hex.substr(2);
}

std::optional<FileResult> Cache::find(const std::string &Key,
                                      CurrentFiles &Now) {
  const std::string Path = pathOf(Key);
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  StringRef Bytes = (*Buffer)->getBuffer();
  if (!Bytes.consume_front(Magic))
    return std::nullopt;
  const std::optional<StringRef> Stored = behindDigest(Bytes);
  if (!Stored)
    return std::nullopt;
  std::optional<StoredResult> Entry = storedFromBytes(*Stored);
  if (!Entry || !Now.agreeWith(Entry->Inputs))
    return std::nullopt;
  ::utimensat(AT_FDCWD, Path.c_str(), nullptr, 0); // used now, see shrinkTo()
  Entry->Result.Inputs = Now.stamps(Entry->Inputs);
  return std::move(Entry->Result);
}

void Cache::store(const std::string &Key, const Trace &Inputs,
                  const FileResult &Result) const {
  StoredResult Entry{Inputs, Result};
  Entry.Result.Inputs.clear(); // they are in the trace
  const std::string Bytes = toBytes(Entry);
  const std::string Path = pathOf(Key);
  if (fs::create_directories(llvm::sys::path::parent_path(Path)))
    return;
  int File = -1;
  llvm::SmallString<256> Temporary;
  if (fs::createUniqueFile(Path + "-%%%%%%%%" + TemporarySuffix, File,
                           Temporary))
    return;
  llvm::raw_fd_ostream Out(File, /*shouldClose=*/true);
  Out << Magic << withDigest(Bytes);
  Out.close();
  const bool Written = !Out.has_error();
  Out.clear_error();
  if (!Written || fs::rename(Temporary, Path))
    fs::remove(Temporary);
}

void Cache::shrinkTo(std::uint64_t Bytes) const {
  // One run at a time; another that finds it taken has nothing to do.
  const int Lock =
      ::open((Directory + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (Lock < 0)
    return;
  if (::flock(Lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(Lock);
    return;
  }
  struct Entry {
    llvm::sys::TimePoint<> Used;
    std::uint64_t Size;
    std::string Path;
  };
  std::vector<Entry> Entries;
  std::uint64_t Total = 0;
  const auto Now = std::chrono::system_clock::now();
  std::error_code EC;
  for (fs::recursive_directory_iterator At(Directory, EC), End;
       !EC && At != End; At.increment(EC)) {
    const auto Status = At->status();
    if (!Status || Status->type() != fs::file_type::regular_file ||
        At.level() == 0)
      continue;
    Entry Found{Status->getLastModificationTime(), Status->getSize(),
                At->path()};
    // A run takes minutes, not a day, to write an entry.
    if (StringRef(Found.Path).ends_with(TemporarySuffix) &&
        Found.Used < Now - std::chrono::hours(24)) {
      fs::remove(Found.Path);
      continue;
    }
    Total += Found.Size;
    Entries.push_back(std::move(Found));
  }
  std::sort(Entries.begin(), Entries.end(),
            [](const Entry &A, const Entry &B) { return A.Used < B.Used; });
  for (const Entry &Oldest : Entries) {
    if (Total <= Bytes)
      break;
    if (!fs::remove(Oldest.Path))
      Total -= Oldest.Size;
  }
  ::close(Lock);
}

std::string defaultCacheDirectory() {
  const char *Base = std::getenv("XDG_CACHE_HOME");
  if (Base && *Base)
    return std::string(Base) + "/async-tidy";
  const char *Home = std::getenv("HOME");
  return Home && *Home ? std::string(Home) + "/.cache/async-tidy"
                       : std::string();
}

} // namespace async_tidy::tool
