// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LiveChanges.h.

#include "LiveChanges.h"

#include "analysis/Findings.h"
#include "changes/DiffText.h"
#include "changes/Fingerprint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <functional>
#include <utility>

using llvm::StringRef;

namespace async_tidy::clangd {
namespace {

using namespace tool;

/// The lines of \p Text as if each were a token of one function.
FunctionText asLines(StringRef Text) {
  FunctionText Out;
  for (unsigned Number = 1; !Text.empty(); ++Number) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.rtrim('\r'); // git may turn line ends
    Out.Tokens.push_back({std::hash<std::string_view>()(Line), Number});
  }
  return Out;
}

std::vector<LineRange> wholeOf(StringRef Text) {
  return {{1, static_cast<unsigned>(Text.count('\n')) + 1}};
}

std::vector<LineRange> differingLines(StringRef Old, StringRef New) {
  const FunctionText Before = asLines(Old);
  const FunctionText Now = asLines(New);
  if (Before.Tokens.empty() || Now.Tokens.empty())
    return wholeOf(New);
  return changedLines(Before, Now);
}

} // namespace

std::string stateOf(const std::string &Path) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status))
    return {};
  return std::to_string(
             Status.getLastModificationTime().time_since_epoch().count()) +
         " " + std::to_string(Status.getSize()) + " " +
         std::to_string(Status.getUniqueID().getFile());
}

llvm::Expected<LiveChanges> LiveChanges::read(const std::string &Revision,
                                              const std::string &Directory) {
  LiveChanges Out;
  auto All = changesSince(Revision, Directory, Out.Parts);
  if (!All)
    return All.takeError();
  Out.Saved = std::move(All->Lines);
  for (const RepositoryChanges &Part : Out.Parts) {
    for (const char *Name : {"HEAD", "index", "logs/HEAD", "packed-refs",
                             "FETCH_HEAD", "refs/heads", "refs/remotes"}) {
      auto Path = Part.Where.ask({"rev-parse", "--git-path", Name});
      if (!Path)
        return Path.takeError();
      const std::string File =
          absolutePath(Part.Where.top(), StringRef(*Path).rtrim('\n').str());
      Out.Watched[File] = stateOf(File);
    }
  }
  return Out;
}

bool LiveChanges::isStale() const {
  return llvm::any_of(Watched, [](const auto &Each) {
    return stateOf(Each.first) != Each.second;
  });
}

llvm::Expected<std::size_t> LiveChanges::partOf(const std::string &Directory) {
  auto Around = Git::around(Directory);
  if (!Around)
    return Around.takeError();
  for (std::size_t I = 0; I < Parts.size(); ++I)
    if (Parts[I].Where.top() == Around->top())
      return I;
  // A submodule that is at the commit that was recorded at the base.
  Parts.push_back({std::move(*Around), "HEAD", {}});
  return Parts.size() - 1;
}

llvm::Expected<LiveChanges::OpenedFile>
LiveChanges::open(const std::string &File) {
  OpenedFile Out;
  auto Found = partOf(llvm::sys::path::parent_path(File).str());
  if (!Found)
    return Found.takeError();
  Out.Part = *Found;
  RepositoryChanges &Part = Parts[Out.Part];
  const auto At = llvm::find_if(
      Part.Files, [&](const ChangedFile &F) { return F.Path == File; });
  Out.At = At - Part.Files.begin();
  const bool IsChanged = At != Part.Files.end();
  if (IsChanged && At->OldBlob.empty()) {
    Out.From = Origin::Added;
    return Out;
  }
  const std::string Relative = relativePath(File, Part.Where.top());
  auto Old =
      Part.Where.run({"cat-file", "blob",
                      IsChanged ? At->OldBlob : Part.Base + ":" + Relative});
  if (!Old)
    return Old.takeError();
  if (Old->Code == 0) {
    Out.OldText = std::move(Old->Out);
  } else {
    auto Ignored = Part.Where.run({"check-ignore", "--quiet", "--", Relative});
    if (!Ignored)
      return Ignored.takeError();
    Out.From = Ignored->Code == 0 ? Origin::Ignored : Origin::Added;
  }
  if (!IsChanged) {
    ChangedFile New;
    New.Path = File;
    New.Old = functionsIn(Out.OldText);
    Part.Files.push_back(std::move(New));
  }
  return Out;
}

llvm::Expected<std::vector<LineRange>>
LiveChanges::linesOf(const std::string &File, StringRef Text) {
  auto Known = Opened.find(File);
  if (Known == Opened.end()) {
    auto Now = open(File);
    if (!Now)
      return Now.takeError();
    Known = Opened.emplace(File, std::move(*Now)).first;
  }
  const OpenedFile &From = Known->second;
  if (From.From == Origin::Ignored)
    return std::vector<LineRange>();
  std::vector<ChangedFile> &Files = Parts[From.Part].Files;
  ChangedFile &Changed = Files[From.At];
  const std::size_t Hash = std::hash<std::string>()(Text.str());
  if (Changed.TextHash != Hash) {
    Changed.TextHash = Hash;
    Changed.New = functionsIn(Text);
    Changed.Lines = From.From == Origin::Added
                        ? wholeOf(Text)
                        : differingLines(From.OldText, Text);
  }
  // Most often each function was in this file before.
  Partners Before = pairFunctions(Changed).front();
  if (llvm::is_contained(Before, nullptr))
    Before = pairFunctions(Files)[From.At];
  return newLines(Changed, Before);
}

} // namespace async_tidy::clangd
