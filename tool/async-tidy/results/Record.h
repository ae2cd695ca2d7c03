// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a result travel from a worker process to its parent, to a later run,
// or to another machine?
//
// As bytes in a pipe, a cache entry or the file of a shard, between processes
// of the same program (it is part of the cache key, and shards name it), so the
// format needs no version:
// numbers of 8 bytes, strings with their length in front. Not JSON, because
// source text need not be UTF-8 and must arrive unchanged.

#ifndef ASYNC_TIDY_TOOL_RECORD_H
#define ASYNC_TIDY_TOOL_RECORD_H

#include "analysis/Findings.h"
#include "options/Arguments.h"
#include "results/InputFiles.h"
#include "sources/CompileDatabase.h"

#include <optional>
#include <string>
#include <string_view>

namespace async_tidy::tool {

/// \p Result as bytes.
std::string toBytes(const FileResult &Result);

/// The result in \p Bytes, or nothing where they are cut short.
std::optional<FileResult> fromBytes(std::string_view Bytes);

/// A result with what it depends on, as the cache keeps it.
struct StoredResult {
  Trace Inputs;
  FileResult Result;
};

/// \p Stored as bytes.
std::string toBytes(const StoredResult &Stored);

/// What is in \p Bytes, or nothing where they are cut short.
std::optional<StoredResult> storedFromBytes(std::string_view Bytes);

/// What one shard was asked, and what it found; see ShardFile.h.
struct ShardRecord {
  std::string Program; ///< its digest
  Shard Part;
  Question Asked;
  std::string Directory;  ///< in which it ran
  std::string Root;       ///< of the project
  std::string AllSources; ///< digest of what was split
  std::uint64_t Skipped = 0;
  /// Files that somebody is told about → digest of their content.
  std::map<std::string, std::string> Shown;
  std::vector<Source> Sources;
  std::vector<FileResult> Results;               ///< one each, without Inputs
  std::vector<std::string> Paths;                ///< of all Inputs
  std::vector<std::vector<std::uint64_t>> Reads; ///< of each: places in Paths
};

/// \p Shard as bytes.
std::string toBytes(const ShardRecord &Shard);

/// What is in \p Bytes, or nothing where they are cut short or contradict
/// themselves.
std::optional<ShardRecord> shardFromBytes(std::string_view Bytes);

/// \p Asked as bytes, to compare.
std::string toBytes(const Question &Asked);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_RECORD_H
