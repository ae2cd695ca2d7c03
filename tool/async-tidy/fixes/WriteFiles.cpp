// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing what was chosen, so that nobody ever sees half a file.
//
// First every new content is made and put beside its file under a temporary
// name; only when all of a group could be written are they renamed. Files
// belong to one group when a fix edits both; where a rename fails, the group's
// others are taken back.

#include "fixes/FixGroups.h"
#include "results/InputFiles.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

#include <sys/stat.h>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

namespace fs = llvm::sys::fs;

/// A new content beside its file. Taken away again unless committed.
struct Draft {
  std::string File;
  std::string Temporary;
  std::string Old;

  Draft(std::string File) : File(std::move(File)) {}
  Draft(Draft &&O) noexcept
      : File(std::move(O.File)), Temporary(std::exchange(O.Temporary, {})),
        Old(std::move(O.Old)) {}
  ~Draft() {
    if (!Temporary.empty())
      fs::remove(Temporary);
    settle();
  }
  /// Puts the draft in the place of its file.
  std::error_code commit() {
    if (std::error_code Failed = fs::rename(Temporary, realPath(File)))
      return Failed;
    settle();
    return {};
  }
  /// Ends the watch that removes the temporary on Ctrl-C.
  void settle() {
    if (!Temporary.empty())
      llvm::sys::DontRemoveFileOnSignal(Temporary);
    Temporary.clear();
  }
};

/// Writes the draft, as \p Make makes it from \p Edits; returns what went
/// wrong, or an empty string.
std::string prepare(Draft &D, const std::vector<Edit> &Edits, const Stamp &Seen,
                    const ContentMaker &Make) {
  struct stat Status{};
  if (::stat(D.File.c_str(), &Status) != 0)
    return "it is gone";
  if ((Status.st_mode & 0222) == 0 || ::access(D.File.c_str(), W_OK) != 0)
    return "it is read-only; make it writable and run again";
  if (!(stampOf(D.File) == Seen))
    return "it changed while it was analysed; run again";
  auto Old = llvm::MemoryBuffer::getFile(D.File, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false,
                                         /*IsVolatile=*/true);
  if (!Old)
    return "cannot read it: " + Old.getError().message();
  if (Edits.back().Offset + Edits.back().Length > (*Old)->getBufferSize())
    return "it changed while it was analysed; run again";
  D.Old = (*Old)->getBuffer().str();
  auto New = Make(D.File, D.Old, Edits);
  if (!New)
    return llvm::toString(New.takeError());

  int Out = -1;
  llvm::SmallString<256> Name;
  if (std::error_code E =
          fs::createUniqueFile(realPath(D.File) + ".%%%%%%%%.tmp", Out, Name))
    return "cannot write beside it: " + E.message();
  D.Temporary = std::string(Name);
  llvm::sys::RemoveFileOnSignal(Name);
  llvm::raw_fd_ostream Stream(Out, /*shouldClose=*/true);
  Stream << *New;
  Stream.flush();
  // Owner first: changing it may take permission bits away.
  if (::fchown(Out, Status.st_uid, Status.st_gid) != 0 &&
      Status.st_uid != ::geteuid())
    return "it belongs to somebody else";
  ::fchmod(Out, Status.st_mode & 07777);
  ::fsync(Out);
  Stream.close();
  if (Stream.has_error()) {
    const std::string Why = Stream.error().message();
    Stream.clear_error();
    return "cannot write beside it: " + Why;
  }
  return {};
}

/// Puts all of \p Group in place, or none: what is there already when one fails
/// is taken back.
void commitTogether(std::vector<Draft> &Group, const std::string &Leader,
                    FixResult &Done) {
  std::vector<Backup> Committed;
  for (Draft &D : Group) {
    if (std::error_code E = D.commit()) {
      Done.leaveAlone(D.File, llvm::formatv("{0}: not fixed: {1}",
                                            shownPath(D.File), E.message()));
      for (const Backup &B : Committed)
        if (std::string Wrong = restore(B); !Wrong.empty())
          Done.Problems.push_back(llvm::formatv("{0}: not taken back: {1}",
                                                shownPath(B.File), Wrong));
      return;
    }
    Committed.push_back({D.File, Leader, std::move(D.Old), stampOf(D.File)});
  }
  for (Backup &B : Committed)
    Done.Backups.push_back(std::move(B));
}

} // namespace

Stamp seenStamp(const std::string &File,
                const std::vector<FileResult> &Results) {
  Stamp Seen;
  bool First = true;
  for (const FileResult &R : Results)
    if (const auto It = R.Inputs.find(File); It != R.Inputs.end()) {
      if (!First && !(It->second == Seen))
        return {};
      Seen = It->second;
      First = false;
    }
  return Seen;
}

FixResult writeEdits(const FixPlan &Plan, const std::vector<Finding> &Findings,
                     Fixes Which, const std::vector<FileResult> &Results,
                     const ContentMaker &Make) {
  const FixGroups Together(Plan, Findings, Which);
  FixResult Done;
  std::map<std::string, std::vector<Draft>> Drafts; // by leader of the group
  std::set<std::string> Broken;
  for (const auto &[File, Edits] : Plan.PerFile) {
    const std::string Leader = Together.leader(File);
    Draft D(File);
    if (std::string Wrong = prepare(D, Edits, seenStamp(File, Results), Make);
        !Wrong.empty()) {
      Done.leaveAlone(
          File, llvm::formatv("{0}: not fixed: {1}", shownPath(File), Wrong));
      Broken.insert(Leader);
    }
    Drafts[Leader].push_back(std::move(D));
  }
  for (auto &[Leader, Group] : Drafts) {
    if (Broken.contains(Leader))
      continue;
    commitTogether(Group, Leader, Done);
  }
  return Done;
}

std::string restore(const Backup &B) {
  Draft D(B.File);
  const std::vector<Edit> Whole = {{B.File, 0, B.Written.Size, B.Old}};
  if (std::string Wrong = prepare(D, Whole, B.Written, makePlainly);
      !Wrong.empty())
    return Wrong;
  if (std::error_code E = D.commit())
    return E.message();
  return {};
}

} // namespace async_tidy::tool
