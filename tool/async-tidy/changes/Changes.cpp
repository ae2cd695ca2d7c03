// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Changes.h. One call of `git diff` lists the changed files and their
// lines; the old texts come from `git cat-file --batch`. In a submodule the
// base is the commit that the outer repository recorded at its own base.

#include "changes/Changes.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "changes/DiffText.h"
#include "changes/Git.h"
#include "changes/MergeBase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <functional>

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

class Reader {
public:
  Reader(Changes &Into, std::vector<RepositoryChanges> &Parts)
      : Into(Into), Parts(Parts) {}

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
    return take(Repository, Base, *Entries);
  }

private:
  Changes &Into;
  std::vector<RepositoryChanges> &Parts;

  llvm::Error take(const Git &Repository, const std::string &Base,
                   std::vector<DiffEntry> &Entries) {
    std::vector<std::string> Blobs;
    for (const DiffEntry &E : Entries)
      if (!E.IsSubmodule && E.hasOld() && mayBeCxx(E.OldPath))
        Blobs.push_back(E.OldBlob);
    auto Old = readBlobs(Repository, Blobs);
    if (!Old)
      return promisor(Old.takeError());
    std::vector<ChangedFile> Files;
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
      ChangedFile File;
      if (E.hasNew()) {
        // A link counts for the file it leads to, which is listed by itself.
        if (llvm::sys::fs::is_symlink_file(NewPath))
          continue;
        File.Path = canonicalPath(NewPath);
        const std::string Text = contentOf(File.Path);
        File.TextHash = std::hash<std::string>()(Text);
        if (E.IsWhole)
          E.Lines = {{1, StringRef(Text).count('\n') + 1}};
        if (mayBeCxx(NewPath))
          File.New = functionsIn(Text);
        if (E.hasOld() && E.OldPath != E.NewPath)
          Into.Renamed[File.Path] = OldPath;
      }
      if (E.hasOld() && !E.IsWhole)
        File.OldBlob = E.OldBlob;
      if (const auto It = Old->find(E.OldBlob); It != Old->end())
        File.Old = functionsIn(It->second);
      File.Lines = std::move(E.Lines);
      Files.push_back(std::move(File));
    }
    const std::vector<Partners> Before = pairFunctions(Files);
    for (std::size_t I = 0; I < Files.size(); ++I)
      if (!Files[I].Path.empty())
        Into.Lines[Files[I].Path] = newLines(Files[I], Before[I]);
    Parts.push_back({Repository, Base, std::move(Files)});
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
  std::vector<RepositoryChanges> Parts;
  return changesSince(Revision, Directory, Parts);
}

llvm::Expected<Changes> changesSince(const std::string &Revision,
                                     const std::string &Directory,
                                     std::vector<RepositoryChanges> &Parts) {
  auto Repository = Git::around(Directory);
  if (!Repository)
    return Repository.takeError();
  auto Base = mergeBase(*Repository, Revision);
  if (!Base)
    return Base.takeError();
  Changes Out;
  Out.Top = Repository->top();
  Out.Base = *Base;
  if (llvm::Error Wrong = Reader(Out, Parts).read(*Repository, *Base))
    return std::move(Wrong);
  return Out;
}

std::string
toLineFilter(const std::map<std::string, std::vector<LineRange>> &Lines) {
  llvm::json::Array Files;
  for (const auto &[Path, New] : Lines) {
    llvm::json::Array Ranges;
    for (const auto &[From, To] : New)
      if (From > 0 && To > 0) // nothing stands above the first line
        Ranges.push_back(llvm::json::Array{From, To});
    if (!Ranges.empty())
      Files.push_back(llvm::json::Object{{"name", llvm::json::fixUTF8(Path)},
                                         {"lines", std::move(Ranges)}});
  }
  return llvm::formatv("{0}", llvm::json::Value(std::move(Files))).str();
}

} // namespace async_tidy::tool
