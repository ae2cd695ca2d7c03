// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Shards.h. The cost is a guess from the source alone: following its
// includes would cost each machine as much as it saves.

#include "sources/Shards.h"

#include "formats/Format.h"
#include "results/InputFiles.h"
#include "results/Triggers.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace async_tidy::tool {
namespace {

/// Stands for what a source includes, in bytes: mostly more than it is itself.
constexpr std::uint64_t Included = 1 << 16;
/// A source with the words of a finding is parsed; others are mostly only
/// scanned (Scan.h), or parsed because of their headers.
constexpr std::uint64_t Parsed = 8;

std::uint64_t costOf(const Source &S, const Triggers *Wanted) {
  auto Buffer = llvm::MemoryBuffer::getFile(S.File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return 1; // its analysis ends at once
  const llvm::StringRef Text = (*Buffer)->getBuffer();
  std::uint64_t Cost = Text.size() + Included;
  if (!Wanted || Wanted->isMet(Wanted->in(Text)))
    Cost *= Parsed;
  return Cost * S.Commands.size();
}

std::vector<std::uint64_t> costsOf(const std::vector<Source> &Sources,
                                   unsigned Jobs) {
  // The built-in rows do for a guess.
  llvm::Expected<Triggers> Wanted = Triggers::create({});
  const Triggers *Words = Wanted ? &*Wanted : nullptr;
  std::vector<std::uint64_t> Costs(Sources.size());
  std::atomic<std::size_t> Next = 0;
  const auto Work = [&] {
    for (std::size_t I; (I = Next++) < Sources.size();)
      Costs[I] = costOf(Sources[I], Words);
  };
  if (Jobs == 0)
    Jobs = std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> Threads;
    for (unsigned I = 0; I < Jobs; ++I)
      Threads.emplace_back(Work);
  }
  if (!Wanted)
    llvm::consumeError(Wanted.takeError());
  return Costs;
}

} // namespace

Split split(const Project &Files, const Shard &Part, unsigned Jobs) {
  const std::vector<Source> &Sources = Files.Sources;
  const std::vector<std::uint64_t> Costs = costsOf(Sources, Jobs);
  struct Item {
    std::string Order;
    std::size_t Index;
  };
  std::vector<Item> Items;
  std::string All;
  for (std::size_t I = 0; I < Sources.size(); ++I) {
    const std::string Path = pathBelow(Files.Root, Sources[I].File);
    Items.push_back({digestOf(Path), I});
    All += Path + '\0' + std::to_string(Costs[I]) + '\0';
  }
  std::sort(Items.begin(), Items.end(), [](const Item &A, const Item &B) {
    return std::tie(A.Order, A.Index) < std::tie(B.Order, B.Index);
  });
  const auto Total = static_cast<long double>(
      std::accumulate(Costs.begin(), Costs.end(), std::uint64_t(0)));
  Split Out;
  Out.Digest = digestOf(All);
  std::vector<bool> Mine(Sources.size());
  std::uint64_t Before = 0;
  for (const Item &At : Items) {
    // By its middle, so that a dear one at the cut goes where most of it is.
    const long double Middle = Before + Costs[At.Index] / 2.0L;
    const auto In = static_cast<unsigned>(Middle * Part.Count / Total);
    Mine[At.Index] = std::min(In, Part.Count - 1) + 1 == Part.Number;
    Before += Costs[At.Index];
  }
  for (std::size_t I = 0; I < Sources.size(); ++I)
    if (Mine[I])
      Out.Mine.push_back(Sources[I]);
  return Out;
}

} // namespace async_tidy::tool
