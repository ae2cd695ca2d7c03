// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contents that are not written.

#include "fixes/Drafts.h"

#include "fixes/FixGroups.h"
#include "fixes/UnifiedDiff.h"
#include "results/InputFiles.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

#include <optional>

namespace async_tidy::tool {
namespace {

/// The bytes of \p File on disk, if they are still those that were analysed.
std::optional<std::string> analysedBytes(const std::string &File,
                                         const std::vector<FileResult> &Seen) {
  if (!(stampOf(File) == seenStamp(File, Seen)))
    return std::nullopt;
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true);
  return Buffer ? std::optional((*Buffer)->getBuffer().str()) : std::nullopt;
}

std::string changedMeanwhile(const std::string &File) {
  return llvm::formatv("{0}: not in the patch: it changed while it was "
                       "analysed; run again",
                       shownPath(File));
}

} // namespace

std::map<std::string, std::string> &drafts() {
  static std::map<std::string, std::string> Drafts;
  return Drafts;
}

Stamp stampOfDraft(const std::string &Content) {
  return {0, 0, Content.size(), llvm::xxHash64(Content)};
}

FixResult draftEdits(const FixPlan &Plan, const std::vector<Finding> &Findings,
                     Fixes Which, const std::vector<FileResult> &Results,
                     const ContentMaker &Make) {
  const FixGroups Together(Plan, Findings, Which);
  FixResult Done;
  struct Content {
    std::string Old, New;
  };
  std::map<std::string, Content> Contents;
  std::set<std::string> Broken;
  for (const auto &[File, Edits] : Plan.PerFile) {
    std::optional<std::string> Old;
    if (const auto It = drafts().find(File); It != drafts().end())
      Old = It->second;
    else
      Old = analysedBytes(File, Results);
    if (!Old || Edits.back().Offset + Edits.back().Length > Old->size()) {
      Done.leaveAlone(File, changedMeanwhile(File));
      Broken.insert(Together.leader(File));
      continue;
    }
    auto New = Make(File, *Old, Edits);
    if (!New) {
      Done.leaveAlone(File, llvm::formatv("{0}: not in the patch: {1}",
                                          shownPath(File),
                                          llvm::toString(New.takeError())));
      Broken.insert(Together.leader(File));
      continue;
    }
    Contents[File] = {std::move(*Old), std::move(*New)};
  }
  for (auto &[File, Text] : Contents) {
    const std::string Leader = Together.leader(File);
    if (Broken.contains(Leader))
      continue;
    Done.Backups.push_back(
        {File, Leader, std::move(Text.Old), stampOfDraft(Text.New)});
    drafts()[File] = std::move(Text.New);
  }
  return Done;
}

std::string restoreDraft(const Backup &B) {
  drafts()[B.File] = B.Old;
  return {};
}

std::string patchOfDrafts(const std::string &Root,
                          const std::vector<FileResult> &Results,
                          std::vector<std::string> &Problems) {
  const std::string Below = Root.ends_with('/') ? Root : Root + "/";
  std::string Patch;
  for (const auto &[File, New] : drafts()) {
    const std::optional<std::string> Old = analysedBytes(File, Results);
    if (!Old) {
      Problems.push_back(changedMeanwhile(File));
      continue;
    }
    if (*Old == New)
      continue;
    if (!llvm::StringRef(File).starts_with(Below)) {
      Problems.push_back(llvm::formatv(
          "{0}: not in the patch: it is outside of {1}; --fix changes it", File,
          Root));
      continue;
    }
    Patch += unifiedDiff(*Old, New, File.substr(Below.size()));
  }
  return Patch;
}

} // namespace async_tidy::tool
