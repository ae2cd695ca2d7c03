// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which of the sources does one of several machines analyse?
//
//   sources, in the order of the digests of their paths
//     ──cut where the costs add up to 1/N, 2/N …──> shards
//
// Every machine that has the same checkout computes the same shards by itself.
// The order spreads what is alike; and it stays, so a commit moves few sources
// to another shard, and a machine's cache is of use to the next run. A shard
// costs at most its N-th part and the dearest source.

#ifndef ASYNC_TIDY_TOOL_SHARDS_H
#define ASYNC_TIDY_TOOL_SHARDS_H

#include "sources/CompileDatabase.h"

namespace async_tidy::tool {

/// What is to be analysed in \p Part.
struct Split {
  std::vector<Source> Mine; ///< sorted by file, as \p Files.Sources
  std::string Digest;       ///< of all sources and their costs
};

/// Splits the sources of \p Files; reads them, with \p Jobs threads (0: one per
/// processor).
Split split(const Project &Files, const Shard &Part, unsigned Jobs);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_SHARDS_H
