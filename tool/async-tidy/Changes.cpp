// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Changes.h. One call of `git diff` lists the changed files and their
// lines; the old texts come from `git cat-file --batch`. In a submodule the
// base is the commit that the outer repository recorded at its own base.

#include "Changes.h"

#include "DiffText.h"
#include "Findings.h"
#include "Git.h"
#include "MergeBase.h"
#include "ast/Failure.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

std::string below(const std::string &Top, StringRef Path) {
  llvm::SmallString<256> Out(Top);
  llvm::sys::path::append(Out, Path);
  return std::string(Out);
}

/// Whether \p Path may hold C++, by its name.
bool mayBeCxx(StringRef Path) {
  static constexpr StringRef Extensions[] = {
      "",     ".c",    ".cc",  ".cpp", ".cxx", ".c++", ".cp",  ".cppm",
      ".ccm", ".cxxm", ".ixx", ".mpp", ".mm",  ".cu",  ".hip", ".h",
      ".hh",  ".hpp",  ".hxx", ".h++", ".inl", ".inc", ".ipp", ".tpp",
      ".txx", ".tcc",  ".tpl", ".def", ".cuh", ".in",  ".impl"};
  return llvm::is_contained(Extensions,
                            llvm::sys::path::extension(Path).lower());
}

std::string contentOf(const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

/// A changed file with its functions, before and now.
struct TwoSides {
  std::string Path; ///< now, canonical; empty where it is gone
  std::vector<FunctionText> Old, New;
  std::vector<bool> Taken;                ///< of Old: it has a partner
  std::vector<const FunctionText *> Same; ///< of New: its partner, or nullptr
};

/// Finds for each function what it was: in its own file first.
void pairFunctions(std::vector<TwoSides> &Files) {
  llvm::StringMap<std::vector<std::pair<TwoSides *, std::size_t>>> Old;
  for (TwoSides &File : Files) {
    File.Taken.assign(File.Old.size(), false);
    for (std::size_t I = 0; I < File.Old.size(); ++I)
      Old[File.Old[I].Signature].push_back({&File, I});
  }
  /// Takes an old function like \p F, if given from \p Only.
  const auto Take = [&](const FunctionText &F,
                        const TwoSides *Only) -> const FunctionText * {
    const auto Alike = Old.find(F.Signature);
    if (Alike == Old.end())
      return nullptr;
    for (const auto &[From, I] : Alike->second)
      if (!From->Taken[I] && (!Only || From == Only)) {
        From->Taken[I] = true;
        return &From->Old[I];
      }
    return nullptr;
  };
  for (TwoSides &File : Files)
    for (const FunctionText &F : File.New)
      File.Same.push_back(Take(F, &File));
  for (TwoSides &File : Files)
    for (std::size_t I = 0; I < File.New.size(); ++I)
      if (!File.Same[I])
        File.Same[I] = Take(File.New[I], nullptr);
}

/// The lines of git, but for functions that were there before: of those, what
/// differs.
std::vector<LineRange> refine(const std::vector<LineRange> &Lines,
                              const TwoSides &File) {
  std::vector<LineRange> Left = Lines;
  std::vector<LineRange> Out;
  for (std::size_t I = 0; I < File.New.size(); ++I) {
    if (!File.Same[I])
      continue;
    const unsigned First = File.New[I].firstLine();
    const unsigned Last = File.New[I].lastLine();
    std::vector<LineRange> Outside;
    bool Touched = false;
    for (const auto &[From, To] : Left) {
      if (To < From) { // a deletion
        const bool Inside = From <= Last && First <= To;
        Touched |= Inside;
        if (!Inside)
          Outside.push_back({From, To});
        continue;
      }
      Touched |= From <= Last && First <= To;
      if (From < First)
        Outside.push_back({From, std::min(To, First - 1)});
      if (To > Last)
        Outside.push_back({std::max(From, Last + 1), To});
    }
    Left = std::move(Outside);
    if (Touched)
      llvm::append_range(Out, changedLines(*File.Same[I], File.New[I]));
  }
  llvm::append_range(Out, Left);
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return Out;
}

class Reader {
public:
  explicit Reader(Changes &Into) : Into(Into) {}

  llvm::Error read(const Git &Repository, const std::string &Base) {
    auto Diff = Repository.ask(diffCommand(Base));
    if (!Diff)
      return promisor(Diff.takeError());
    auto Entries = readDiff(*Diff);
    if (!Entries)
      return Entries.takeError();
    auto Untracked = Repository.ask(
        {"ls-files", "-z", "--others", "--exclude-standard", "--full-name"});
    if (!Untracked)
      return Untracked.takeError();
    llvm::SmallVector<StringRef, 16> Names;
    StringRef(*Untracked).split(Names, '\0', -1, /*KeepEmpty=*/false);
    for (StringRef Name : Names)
      if (!Name.ends_with("/")) // another repository, which nobody registered
        Entries->push_back(DiffEntry::added(Name));
    return take(Repository, *Entries);
  }

private:
  Changes &Into;

  llvm::Error take(const Git &Repository, std::vector<DiffEntry> &Entries) {
    std::vector<std::string> Blobs;
    for (const DiffEntry &E : Entries)
      if (!E.IsSubmodule && E.hasOld() && mayBeCxx(E.OldPath))
        Blobs.push_back(E.OldBlob);
    auto Old = readBlobs(Repository, Blobs);
    if (!Old)
      return promisor(Old.takeError());
    std::vector<TwoSides> Files;
    std::vector<std::vector<LineRange>> Lines;
    for (DiffEntry &E : Entries) {
      const std::string NewPath = below(Repository.top(), E.NewPath);
      const std::string OldPath = below(Repository.top(), E.OldPath);
      if (E.IsSubmodule) {
        if (llvm::Error Wrong = enter(NewPath, E))
          return Wrong;
        continue;
      }
      if (E.hasOld() && !llvm::sys::fs::exists(OldPath))
        Into.Gone.insert(OldPath);
      TwoSides File;
      if (E.hasNew()) {
        // A link counts for the file it leads to, which is listed by itself.
        if (llvm::sys::fs::is_symlink_file(NewPath))
          continue;
        File.Path = canonicalPath(NewPath);
        const std::string Text = contentOf(File.Path);
        if (E.IsWhole)
          E.Lines = {{1, StringRef(Text).count('\n') + 1}};
        if (mayBeCxx(NewPath))
          File.New = functionsIn(Text);
        if (E.hasOld() && E.OldPath != E.NewPath)
          Into.Renamed[File.Path] = OldPath;
      }
      if (const auto It = Old->find(E.OldBlob); It != Old->end())
        File.Old = functionsIn(It->second);
      Files.push_back(std::move(File));
      Lines.push_back(std::move(E.Lines));
    }
    pairFunctions(Files);
    for (std::size_t I = 0; I < Files.size(); ++I)
      if (!Files[I].Path.empty())
        Into.Lines[Files[I].Path] = refine(Lines[I], Files[I]);
    return llvm::Error::success();
  }

  /// What changed in the submodule at \p Path.
  llvm::Error enter(const std::string &Path, const DiffEntry &E) {
    // Without a .git of its own it is not checked out: nothing reads it.
    if (!E.hasNew() || !llvm::sys::fs::exists(below(Path, ".git")))
      return llvm::Error::success();
    auto Inner = Git::around(Path);
    if (!Inner)
      return Inner.takeError();
    auto Base = submoduleBase(*Inner, E.hasOld() ? E.OldBlob : "");
    return Base ? read(*Inner, *Base) : Base.takeError();
  }

  static llvm::Error promisor(llvm::Error Wrong) {
    std::string Text = llvm::toString(std::move(Wrong));
    if (StringRef(Text).contains("promisor") ||
        StringRef(Text).contains("could not fetch"))
      Text += "\nThis clone lacks the old contents of changed files and cannot "
              "fetch them; make its remote reachable, or fetch everything "
              "once: git fetch --refetch --no-filter";
    return failure(Text);
  }
};

} // namespace

llvm::Expected<Changes> changesSince(const std::string &Revision,
                                     const std::string &Directory) {
  auto Repository = Git::around(Directory);
  if (!Repository)
    return Repository.takeError();
  auto Base = mergeBase(*Repository, Revision);
  if (!Base)
    return Base.takeError();
  Changes Out;
  Out.Top = Repository->top();
  Out.Base = *Base;
  if (llvm::Error Wrong = Reader(Out).read(*Repository, *Base))
    return std::move(Wrong);
  return Out;
}

std::string toLineFilter(const Changes &C) {
  llvm::json::Array Files;
  for (const auto &[Path, Lines] : C.Lines) {
    llvm::json::Array Ranges;
    for (const auto &[From, To] : Lines)
      if (From > 0 && To > 0) // nothing stands above the first line
        Ranges.push_back(llvm::json::Array{From, To});
    if (!Ranges.empty())
      Files.push_back(llvm::json::Object{{"name", llvm::json::fixUTF8(Path)},
                                         {"lines", std::move(Ranges)}});
  }
  return llvm::formatv("{0}", llvm::json::Value(std::move(Files))).str();
}

} // namespace async_tidy::tool
