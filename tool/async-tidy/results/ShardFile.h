// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do the results of several machines become those of one run?
//
//   --shard=1/3 -o 1.shard ─┐
//   --shard=2/3 -o 2.shard ─┼─> async-tidy merge 1.shard 2.shard 3.shard
//   --shard=3/3 -o 3.shard ─┘     = the run without --shard, its analysis done
//
// A shard holds what was analysed and found, and what it was asked. Whatever
// looks at all findings together (each once, the baseline, fixes) is done when
// shards are merged, by the same code as without them. Like the cache's entries
// they belong to one build of the program and carry a digest of themselves.

#ifndef ASYNC_TIDY_TOOL_SHARDFILE_H
#define ASYNC_TIDY_TOOL_SHARDFILE_H

#include "analysis/Findings.h"
#include "sources/CompileDatabase.h"

namespace async_tidy::tool {

/// Results of an analysis that was done elsewhere.
struct Merged {
  Arguments Args;                  ///< the shards' question, and how to report
  Project Files;                   ///< what they analysed
  std::vector<FileResult> Results; ///< one for each source
  std::size_t Skipped = 0;         ///< files that no change reaches
};

/// The result of \p Args.Part as the content of its file. \p AllSources is the
/// digest of what was split.
std::string shardFile(const Arguments &Args, const Project &Files,
                      const std::string &AllSources, std::size_t Skipped,
                      const std::vector<FileResult> &Results);

/// Reads the shards that \p Args names and puts them together. Fails with one
/// sentence where they are not all the shards of one run, or where a file that
/// the report shows is not the one that was analysed.
llvm::Expected<Merged> mergeShards(const Arguments &Args);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_SHARDFILE_H
