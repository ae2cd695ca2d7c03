// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files does a translation unit read, and which words are in them?
//
// clang's preprocessor runs over sources of which only the directives are left
// (clang's own dependency scan does that, too). A file is read, minimised and
// lexed once, however many translation units include it. Costs about a fiftieth
// of parsing.

#ifndef ASYNC_TIDY_TOOL_SCAN_H
#define ASYNC_TIDY_TOOL_SCAN_H

#include "results/InputFiles.h"
#include "results/Triggers.h"
#include "sources/CompileDatabase.h"

#include <functional>
#include <mutex>

namespace async_tidy::tool {

/// Sources with nothing but their directives, each made once. Safe to use from
/// several threads.
class MinimizedSources {
public:
  explicit MinimizedSources(const Triggers &Wanted) : Wanted(Wanted) {}

  struct Source {
    std::string Directives;
    std::string Digest; ///< of the whole file
    Words Found;        ///< in the whole file
  };
  /// \p Path as it is now; null where it cannot be read.
  const Source *get(const std::string &Path);

private:
  const Triggers &Wanted;
  std::mutex Mutex;
  llvm::StringMap<std::unique_ptr<const Source>> Known;
};

/// What one translation unit reads.
struct Reading {
  Trace Inputs; ///< Inputs.Read lists the files
  Words Found;  ///< in all of them, and in macros of the compile commands
};

/// Scans \p S. Nothing where the preprocessor met an error: only an analysis
/// can tell what to make of that.
std::optional<Reading> scan(const Source &S, MinimizedSources &Files,
                            const Triggers &Wanted);

/// For each of \p Sources whether it can hold a finding. In a process of its
/// own, \p Jobs at a time: of what that does not finish within \p Seconds, all
/// can. \p OnSkip is called there with each source that cannot.
std::vector<bool>
scanAll(const std::vector<Source> &Sources, unsigned Jobs, unsigned Seconds,
        const Triggers &Wanted,
        const std::function<void(std::size_t, const Trace &)> &OnSkip);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_SCAN_H
