// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Reach.h. The scanner runs in forked workers like any use of clang: each
// takes a share of the sources, so that headers are read once per share.

#include "changes/Reach.h"

#include "analysis/Findings.h"
#include "analysis/Run.h"
#include "results/Scan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Threading.h"

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// What the sources of one share read, as the inputs of a result: the names
/// are "N path", and a source without any has no answer.
FileResult scanShare(const std::vector<Source> &Sources, std::size_t First,
                     std::size_t Step) {
  FileResult Result;
  Result.How = Outcome::Complete;
  const Triggers NotAsked = llvm::cantFail(Triggers::create({}));
  MinimizedSources Minimized(NotAsked);
  std::map<std::string, std::string> Real;
  for (std::size_t I = First; I < Sources.size(); I += Step) {
    const std::optional<Reading> Read = scan(Sources[I], Minimized, NotAsked);
    if (!Read)
      continue;
    const std::string Index = std::to_string(I) + " ";
    Result.Inputs[Index + Sources[I].File];
    for (const auto &[Path, Digest] : Read->Inputs.Read) {
      std::string &Canonical = Real[Path];
      if (Canonical.empty())
        Canonical = canonicalPath(Path);
      Result.Inputs[Index + Canonical];
    }
  }
  return Result;
}

} // namespace

std::vector<std::optional<std::set<std::string>>>
filesRead(const std::vector<Source> &Sources, unsigned Jobs) {
  std::vector<std::optional<std::set<std::string>>> Out(Sources.size());
  if (Jobs == 0)
    Jobs = llvm::heavyweight_hardware_concurrency().compute_thread_count();
  const std::size_t Shares = std::min<std::size_t>(Jobs, Sources.size());
  std::vector<Source> Work(Shares);
  for (std::size_t I = 0; I < Shares; ++I)
    Work[I].File = std::to_string(I);
  RunOptions Options;
  Options.Jobs = Jobs;
  const std::vector<FileResult> Results =
      runAll(Work, Options, [&](const Source &Share) {
        return scanShare(Sources, std::stoul(Share.File), Shares);
      });
  for (const FileResult &R : Results)
    for (const auto &[Name, State] : R.Inputs) {
      const auto [Index, File] = StringRef(Name).split(' ');
      std::size_t I = 0;
      if (Index.getAsInteger(10, I) || I >= Out.size())
        continue;
      if (!Out[I])
        Out[I].emplace();
      Out[I]->insert(File.str());
    }
  return Out;
}

std::vector<Source> reading(std::vector<Source> Sources,
                            const std::set<std::string> &Files, unsigned Jobs) {
  if (Files.empty())
    return {};
  const auto Read = filesRead(Sources, Jobs);
  std::vector<Source> Out;
  for (std::size_t I = 0; I < Sources.size(); ++I)
    if (!Read[I] || llvm::any_of(*Read[I], [&](const std::string &File) {
          return Files.contains(File);
        }))
      Out.push_back(std::move(Sources[I]));
  return Out;
}

} // namespace async_tidy::tool
