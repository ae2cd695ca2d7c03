// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ShardFile.h. A shard is a file
//
//   magic, digest of the rest, the rest: a ShardRecord as bytes

#include "results/ShardFile.h"

#include "ast/Failure.h"
#include "results/Cache.h"
#include "results/CacheKey.h"
#include "results/Record.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>
#include <set>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

constexpr StringRef Family = "async-tidy shard ";
/// The format's name; a change of the format changes its number.
constexpr StringRef Magic = "async-tidy shard 1\n";

/// A shard and where it was read from.
struct ReadShard {
  std::string Name;
  ShardRecord Record;
};

std::string nameOf(const Shard &Part) {
  return llvm::formatv("{0}/{1}", Part.Number, Part.Count);
}

/// The files that a report of \p R shows or edits.
void addShown(const FileResult &R, std::set<std::string> &Files) {
  const auto Add = [&](const Message &M) {
    Files.insert(M.At.File);
    for (const Edit &E : M.Fix)
      Files.insert(E.File);
  };
  for (const Finding &F : R.Findings) {
    Add(F.Main);
    llvm::for_each(F.Notes, Add);
  }
  llvm::for_each(R.Explanations, Add);
  for (const SiteRecord &Site : R.Sites)
    Files.insert(Site.At.File);
  if (R.How != Outcome::Complete)
    Add(R.Reason);
  Files.erase("");
}

llvm::Expected<ReadShard> readShard(const std::string &Name) {
  auto Buffer = llvm::MemoryBuffer::getFile(Name, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return failure(Name + ": cannot read it: " + Buffer.getError().message());
  StringRef Bytes = (*Buffer)->getBuffer();
  if (!Bytes.starts_with(Family))
    return failure(Name + " is no shard; make shards with 'async-tidy "
                          "--shard=I/N -o FILE'");
  const std::string OtherProgram =
      Name + " is from another build of async-tidy; have the same on all "
             "machines, and run the shard again";
  if (!Bytes.consume_front(Magic))
    return failure(OtherProgram);
  const std::optional<StringRef> Stored = behindDigest(Bytes);
  if (!Stored)
    return failure(Name + " is damaged or was not copied to its end; copy it "
                          "or run the shard again");
  std::optional<ShardRecord> Record = shardFromBytes(*Stored);
  if (!Record || Record->Program != programDigest())
    return failure(OtherProgram);
  return ReadShard{Name, std::move(*Record)};
}

/// Whether two shards are of one run.
llvm::Error agree(const ReadShard &A, const ReadShard &B) {
  const auto Differ = [&](const llvm::Twine &How) {
    return failure(A.Name + " and " + B.Name +
                   " are of different runs: " + How);
  };
  const ShardRecord &X = A.Record, &Y = B.Record;
  if (X.Part.Count != Y.Part.Count)
    return Differ("shard " + nameOf(X.Part) + " and shard " + nameOf(Y.Part));
  if (X.Directory != Y.Directory)
    return Differ("in " + X.Directory + " and in " + Y.Directory +
                  "; have the checkout at the same place on all machines");
  if (toBytes(X.Asked) != toBytes(Y.Asked))
    return Differ("their options or FILES differ");
  if (X.Root != Y.Root || X.AllSources != Y.AllSources)
    return Differ("what was split differs; have the same commit and the same "
                  "compile_commands.json on all machines");
  return llvm::Error::success();
}

/// Whether \p All are each shard of one run, once.
llvm::Error isWhole(const std::vector<ReadShard> &All) {
  for (std::size_t I = 1; I < All.size(); ++I)
    if (llvm::Error Wrong = agree(All.front(), All[I]))
      return Wrong;
  const unsigned Count = All.front().Record.Part.Count;
  std::map<unsigned, StringRef> Known;
  for (const ReadShard &S : All) {
    const auto [At, New] = Known.try_emplace(S.Record.Part.Number, S.Name);
    if (!New)
      return failure(llvm::formatv("{0} and {1} are both shard {2}", At->second,
                                   S.Name, nameOf(S.Record.Part)));
  }
  std::vector<std::string> Missing;
  for (unsigned I = 1; I <= Count; ++I)
    if (!Known.contains(I))
      Missing.push_back(nameOf({I, Count}));
  if (Missing.empty())
    return llvm::Error::success();
  return failure("missing: shard " + llvm::join(Missing, ", shard ") +
                 "; a run is reported as a whole");
}

} // namespace

std::string shardFile(const Arguments &Args, const Project &Files,
                      const std::string &AllSources, std::size_t Skipped,
                      const std::vector<FileResult> &Results) {
  ShardRecord Out;
  Out.Program = programDigest();
  Out.Part = *Args.Part;
  Out.Asked = Args;
  Out.Asked.NewLines.clear(); // asked of git again
  Out.Directory = canonicalPath(".");
  Out.Root = Files.Root;
  Out.AllSources = AllSources;
  Out.Skipped = Skipped;
  Out.Sources = Files.Sources;
  Out.Results = Results;
  std::set<std::string> Shown;
  std::map<std::string, std::uint64_t> Places;
  for (std::size_t I = 0; I < Results.size(); ++I) {
    FileResult &R = Out.Results[I];
    addShown(R, Shown);
    if (R.Inputs.empty()) // never analysed again, so it needs no command
      Out.Sources[I].Commands.clear();
    std::vector<std::uint64_t> &Reads = Out.Reads.emplace_back();
    for (const auto &[Path, State] : std::exchange(R.Inputs, {})) {
      const auto [At, New] = Places.try_emplace(Path, Out.Paths.size());
      if (New)
        Out.Paths.push_back(Path);
      Reads.push_back(At->second);
    }
  }
  CurrentFiles Now;
  for (const std::string &File : Shown)
    Out.Shown.emplace(File, Now.digest(File));
  return Magic.str() + withDigest(toBytes(Out));
}

llvm::Expected<Merged> mergeShards(const Arguments &Args) {
  Question Nothing;
  Nothing.Files = Args.Files;
  if (toBytes(Args) != toBytes(Nothing) || Args.Part || !Args.Depfile.empty())
    return failure("'async-tidy merge' only reports: it takes --format, -o, "
                   "--diff, --fix and the like; say to the shards what to "
                   "analyse");
  if (Args.Files.empty())
    return failure("'async-tidy merge' needs the files of all shards");
  std::vector<ReadShard> All;
  for (const std::string &Name : Args.Files) {
    auto Read = readShard(Name);
    if (!Read)
      return Read.takeError();
    All.push_back(std::move(*Read));
  }
  if (llvm::Error Wrong = isWhole(All))
    return std::move(Wrong);
  const ShardRecord &First = All.front().Record;
  if (First.Directory != canonicalPath("."))
    return failure("the shards were made in " + First.Directory +
                   "; merge them there");

  Merged Out;
  Out.Args = Args;
  static_cast<Question &>(Out.Args) = First.Asked;
  Out.Files.Root = First.Root;
  CurrentFiles Now;
  std::vector<std::pair<Source, FileResult>> Pairs;
  for (ReadShard &S : All) {
    for (const auto &[File, Digest] : S.Record.Shown)
      if (Now.digest(File) != Digest)
        return failure(llvm::formatv(
            "{0} is not what {1} analysed; check out the same commit, or run "
            "the shards again",
            shownPath(File), S.Name));
    std::vector<Stamp> States;
    for (const std::string &Path : S.Record.Paths)
      States.push_back(stampOf(Path));
    for (std::size_t I = 0; I < S.Record.Sources.size(); ++I) {
      FileResult &R = S.Record.Results[I];
      for (const std::uint64_t Place : S.Record.Reads[I])
        R.Inputs.emplace(S.Record.Paths[Place], States[Place]);
      Pairs.emplace_back(std::move(S.Record.Sources[I]), std::move(R));
    }
    Out.Skipped += S.Record.Skipped;
  }
  llvm::sort(Pairs, [](const auto &A, const auto &B) {
    return A.first.File < B.first.File;
  });
  for (auto &[S, R] : Pairs) {
    Out.Files.Sources.push_back(std::move(S));
    Out.Results.push_back(std::move(R));
  }
  return Out;
}

} // namespace async_tidy::tool
