// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Review.h.

#include "changes/Review.h"

#include "ast/Failure.h"
#include "changes/Git.h"
#include "changes/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

#include <map>

namespace async_tidy::tool {
namespace {

/// The directory whose repository holds the code: the project's; where the
/// build stands outside of the checkout, the working directory or a source's.
llvm::Expected<std::string> repositoryOf(const Project &Files) {
  std::vector<std::string> Candidates = {Files.Root, canonicalPath(".")};
  if (!Files.Sources.empty())
    Candidates.push_back(
        llvm::sys::path::parent_path(Files.Sources.front().File).str());
  std::string First;
  for (const std::string &Directory : Candidates) {
    auto Found = Git::around(Directory);
    if (Found)
      return Directory;
    const std::string Why = llvm::toString(Found.takeError());
    if (First.empty())
      First = Why;
  }
  return failure(First +
                 "\n--new-from compares with a commit of a git repository; "
                 "without one, use --baseline or --line-filter");
}

auto placeOf(const Finding &F) {
  return std::tie(F.Check, F.Main.At.File, F.Main.At.Offset, F.Main.Text);
}

} // namespace

llvm::Expected<Review> Review::create(const Arguments &Args,
                                      const Project &Files) {
  Review R;
  R.Args = Args;
  R.Root = Files.Root;
  R.WholeProject = Args.Files.empty() && !Args.CompileFlags;
  if (!Args.Baseline.empty()) {
    auto Read = Baseline::read(Args.Baseline);
    if (!Read)
      return Read.takeError();
    R.Known = std::move(*Read);
  }
  if (!Args.NewFrom.empty()) {
    auto Directory = repositoryOf(Files);
    if (!Directory)
      return Directory.takeError();
    R.Directory = *Directory;
    if (llvm::Error Wrong = R.refresh())
      return std::move(Wrong);
  }
  return R;
}

llvm::Error Review::refresh() {
  if (Args.NewFrom.empty())
    return llvm::Error::success();
  auto Now = changesSince(Args.NewFrom, Directory);
  if (!Now)
    return Now.takeError();
  Since = std::move(*Now);
  return llvm::Error::success();
}

std::string Review::newLines() const {
  return Since ? toLineFilter(Since->Lines) : std::string();
}

std::size_t Review::select(std::vector<Source> &Sources, unsigned Jobs) const {
  if (!Since || Args.OldFindings != Existing::Count ||
      Args.Pruning == Prune::Yes)
    return 0;
  // Who asked for a file that is gone cannot be scanned any more, so it stays.
  std::set<std::string> Changed = Since->Gone;
  for (const auto &[File, Lines] : Since->Lines)
    if (!Lines.empty())
      Changed.insert(File);
  const std::size_t Before = Sources.size();
  Sources = reading(std::move(Sources), Changed, Jobs);
  return Before - Sources.size();
}

void Review::settle(std::vector<FileResult> &Results) const {
  if (!narrows())
    return;
  if (Known) {
    const std::vector<Finding> All = merge(Results);
    const std::vector<bool> IsKnown = Known->known(All);
    std::set<std::tuple<std::string, std::string, std::uint64_t, std::string>>
        Places;
    for (std::size_t I = 0; I < All.size(); ++I)
      if (IsKnown[I])
        Places.insert(placeOf(All[I]));
    for (FileResult &R : Results)
      for (Finding &F : R.Findings)
        if (Places.contains(placeOf(F)))
          F.Age = CodeAge::Existing;
  }
  for (FileResult &R : Results)
    for (Finding &F : R.Findings) {
      if (counts(F))
        continue;
      F.Main.Fix.clear();
      for (Message &Note : F.Notes)
        Note.Fix.clear();
    }
}

bool Review::counts(const Finding &F) const {
  return !narrows() || F.Age == CodeAge::New ||
         Args.OldFindings == Existing::Fail;
}

bool Review::prints(const Finding &F) const {
  return counts(F) || Args.OldFindings == Existing::Print;
}

llvm::Expected<std::string>
Review::writeBack(const std::vector<FileResult> &Results) const {
  const std::vector<Finding> All = merge(Results);
  const auto Say = [](std::size_t N) {
    return llvm::formatv("{0} finding{1}", N, N == 1 ? "" : "s").str();
  };
  if (Args.WriteBaseline) {
    const std::string File = Args.WriteBaseline->empty()
                                 ? Root + "/.async-tidy-baseline"
                                 : *Args.WriteBaseline;
    const std::string Directory =
        llvm::sys::path::parent_path(canonicalPath(File)).str();
    if (llvm::Error Wrong = writeBaseline(File, keysOf(All, Directory)))
      return std::move(Wrong);
    return llvm::formatv("wrote {0} to {1}", Say(All.size()),
                         shownPath(canonicalPath(File)))
        .str();
  }
  if (Args.Pruning == Prune::No)
    return std::string();
  const std::vector<FindingKey> Left =
      Known->pruned(All, coverageOf(Results, WholeProject));
  const std::size_t Gone = Known->size() - std::min(Known->size(), Left.size());
  if (Gone > 0)
    if (llvm::Error Wrong = writeBaseline(Args.Baseline, Left))
      return std::move(Wrong);
  return llvm::formatv("took {0} out of {1}, {2} left", Say(Gone),
                       Args.Baseline, Left.size())
      .str();
}

} // namespace async_tidy::tool
