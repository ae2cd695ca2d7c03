// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Was this file analysed before, and would it come out the same?
//
//   key    what the run is told: program, command, options, files they name
//   entry  what the analysis asked the file system, and its result
//
// An entry holds while every answer of the file system is still the same: the
// content of each file that was read (so also a NOLINT comment), and that each
// file that was not there is still not there. Times and sizes are never
// trusted.
//
// Any number of runs may use one directory. An entry is written to a file of
// its own and renamed, and carries a digest of itself: a run that is killed
// leaves nothing half-written in place, and what is damaged is analysed again.

#ifndef ASYNC_TIDY_TOOL_CACHE_H
#define ASYNC_TIDY_TOOL_CACHE_H

#include "analysis/Findings.h"
#include "results/InputFiles.h"
#include "llvm/Support/Error.h"

#include <optional>

namespace async_tidy::tool {

/// Answers of the real file system, each asked once per run. A file's content
/// may change afterwards: that is no different from a run that began earlier.
class CurrentFiles {
public:
  /// Whether \p T would be the same now.
  bool agreeWith(const Trace &T);
  /// The state in which each file of \p T was found, by canonical path.
  std::map<std::string, Stamp> stamps(const Trace &T);
  /// The digest of the content of \p Path; empty where it cannot be read.
  const std::string &digest(const std::string &Path);

private:
  struct Content {
    std::string Digest;
    Stamp Before; ///< taken before the content was read
  };
  const Content &read(const std::string &Path);
  bool exists(llvm::StringRef Path);

  llvm::StringMap<Content> Files;
  llvm::StringMap<std::string> Canonical;
  llvm::StringMap<std::string> Listings;
  llvm::StringMap<bool> Exists;
};

class Cache {
public:
  /// Opens \p Directory and makes it where it is missing. Fails with a sentence
  /// where nothing can be written there.
  static llvm::Expected<Cache> open(const std::string &Directory);

  /// The result that was stored for \p Key, if it still holds. Its Inputs are
  /// the files as they are now.
  std::optional<FileResult> find(const std::string &Key, CurrentFiles &Now);

  /// Stores \p Result. Where that fails (a full disk) nothing is stored.
  void store(const std::string &Key, const Trace &Inputs,
             const FileResult &Result) const;

  /// Removes entries, those not used for longest first, until all together have
  /// at most \p Bytes; and what killed runs have left behind.
  void shrinkTo(std::uint64_t Bytes) const;

private:
  explicit Cache(std::string Directory) : Directory(std::move(Directory)) {}
  std::string pathOf(const std::string &Key) const;

  std::string Directory;
};

/// Where the cache is by default: below XDG_CACHE_HOME or ~/.cache. Empty where
/// neither is known.
std::string defaultCacheDirectory();

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_CACHE_H
