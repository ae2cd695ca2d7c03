// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ProjectReview.h. clangd publishes the place of a finding as a range, and
// maybe after the next analysis began; so the notes of the last analyses are
// kept, and those are taken that explain every finding.

#include "ProjectReview.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <utility>

using llvm::StringRef;

namespace async_tidy::clangd {
namespace {

constexpr std::size_t AnalysesKept = 3;
/// Files that move are looked at this often at most, and what failed is tried
/// again.
constexpr std::chrono::seconds Pause(1);

std::string textOnDisk(const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

bool isIn(const Position &At, const Range &R) {
  return !(At < R.Begin) && (At < R.End || At == R.Begin);
}

/// How far apart the ends of \p R are: lines count first.
auto sizeOf(const Range &R) {
  return std::make_pair(R.End.Line - R.Begin.Line,
                        R.End.Character - R.Begin.Character);
}

} // namespace

thread_local std::shared_ptr<ProjectReview::Analysis> ProjectReview::Current;

ProjectReview &ProjectReview::instance() {
  static auto *const Only = new ProjectReview; // threads outlive main()
  return *Only;
}

void ProjectReview::setTexts(TextSource Source) {
  const std::lock_guard<std::mutex> Lock(Mutex);
  TextOf = std::move(Source);
}

void ProjectReview::filesMoved() {
  const std::lock_guard<std::mutex> Lock(Mutex);
  ++Moves;
}

void ProjectReview::say(const std::string &What, llvm::Error Wrong) {
  const std::string Text = llvm::toString(std::move(Wrong));
  const std::lock_guard<std::mutex> Lock(Mutex);
  std::string &Said = Troubles[What];
  if (!Text.empty() && Said != Text)
    Problems.push_back(Text);
  Said = Text;
}

std::vector<std::string> ProjectReview::takeProblems() {
  const std::lock_guard<std::mutex> Lock(Mutex);
  return std::exchange(Problems, {});
}

llvm::Error ProjectReview::refresh(Project &P,
                                   const tool::ProjectSettings &Team) {
  unsigned MovesNow = 0;
  {
    const std::lock_guard<std::mutex> Lock(Mutex);
    MovesNow = Moves;
  }
  const bool Same = P.Revision == Team.NewFrom;
  const bool Rested = std::chrono::steady_clock::now() - P.Asked >= Pause;
  if (Same && P.Changes && !P.Changes->isStale() &&
      (P.Moves == MovesNow || !Rested))
    return llvm::Error::success();
  if (Same && !P.Trouble.empty() && !Rested)
    return failure(P.Trouble);
  P.Revision = Team.NewFrom;
  P.Moves = MovesNow;
  P.Trouble.clear();
  P.Changes.reset();
  auto Read = LiveChanges::read(Team.NewFrom,
                                llvm::sys::path::parent_path(Team.File).str());
  P.Asked = std::chrono::steady_clock::now();
  if (!Read) {
    P.Trouble = Team.File + ": " + llvm::toString(Read.takeError());
    return failure(P.Trouble);
  }
  P.Changes = std::move(*Read);
  return llvm::Error::success();
}

llvm::Expected<std::string>
ProjectReview::newLines(Project &P, const tool::ProjectSettings &Team,
                        const std::string &Path) {
  if (llvm::Error Wrong = refresh(P, Team))
    return std::move(Wrong);
  TextSource Ask;
  {
    const std::lock_guard<std::mutex> Lock(Mutex);
    Ask = TextOf;
  }
  std::optional<std::string> Text = Ask ? Ask(Path) : std::nullopt;
  auto Lines = P.Changes->linesOf(Path, Text ? *Text : textOnDisk(Path));
  if (!Lines)
    return Lines.takeError();
  // Headers too: a macro may be new there.
  auto All = P.Changes->saved();
  All[Path] = std::move(*Lines);
  return tool::toLineFilter(All);
}

llvm::Error ProjectReview::readBaseline(Project &P, const std::string &File) {
  const std::string State = stateOf(File);
  if (P.Known && State == P.BaselineState)
    return llvm::Error::success();
  P.Known = nullptr;
  P.BaselineState = State;
  auto Read = tool::Baseline::read(File);
  if (!Read)
    return Read.takeError();
  P.Known = std::make_shared<const tool::Baseline>(std::move(*Read));
  return llvm::Error::success();
}

std::optional<std::string> ProjectReview::begin(StringRef File) {
  const std::string Path = tool::canonicalPath(File.str());
  const auto Now = std::make_shared<Analysis>();
  Current = nullptr;
  std::optional<std::string> NewLines;
  auto Team =
      tool::readProjectSettings(llvm::sys::path::parent_path(Path).str());
  const bool Narrows =
      Team && !(Team->NewFrom.empty() && Team->Baseline.empty());
  if (Narrows) {
    const std::lock_guard<std::mutex> Lock(ProjectsMutex);
    Project &P = Projects[Team->File];
    llvm::Error Unknown = llvm::Error::success();
    if (!Team->NewFrom.empty()) {
      auto Lines = newLines(P, *Team, Path);
      if (Lines)
        NewLines = std::move(*Lines);
      else
        Unknown = Lines.takeError();
    }
    say(Team->File + ": new-from", std::move(Unknown));
    llvm::Error Unread = Team->Baseline.empty()
                             ? llvm::Error::success()
                             : readBaseline(P, Team->Baseline);
    say(Team->File + ": baseline", std::move(Unread));
    if (!Team->Baseline.empty())
      Now->Known = P.Known;
  }
  const bool AllCount = !Narrows || Team->OldFindings == tool::Existing::Fail;
  say("settings", Team.takeError());
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (AllCount) {
    Analyses.erase(Path);
    return NewLines;
  }
  auto &Kept = Analyses[Path];
  Kept.push_front(Now);
  if (Kept.size() > AnalysesKept)
    Kept.pop_back();
  Current = Now;
  return NewLines;
}

void ProjectReview::add(const FindingReport &Report) {
  if (!Current)
    return;
  const clang::SourceManager &SM = Report.Sources;
  const clang::SourceLocation At = SM.getFileLoc(Report.Loc);
  if (SM.getFileID(At) != SM.getMainFileID())
    return;
  const unsigned Offset = SM.getFileOffset(At);
  const StringRef Before =
      SM.getBufferData(SM.getMainFileID()).take_front(Offset);
  const std::size_t Line = Before.rfind('\n') + 1; // npos + 1 is 0
  const std::lock_guard<std::mutex> Lock(Mutex);
  Current->Notes.push_back(
      {Report.Check.str(), static_cast<std::int64_t>(Before.count('\n')),
       Before.drop_front(Line).str(),
       Report.Code == Age::New ? tool::CodeAge::New : tool::CodeAge::Existing,
       Report.Identity.Function, Report.Identity.Tokens});
}

std::vector<const ProjectReview::Note *>
ProjectReview::assign(const Analysis &From,
                      const std::vector<Finding> &Findings, Encoding Count) {
  // Of nested findings the inner one has the smaller range.
  std::vector<std::size_t> Order(Findings.size());
  for (std::size_t I = 0; I < Order.size(); ++I)
    Order[I] = I;
  llvm::stable_sort(Order, [&](std::size_t A, std::size_t B) {
    return sizeOf(Findings[A].At) < sizeOf(Findings[B].At);
  });
  std::vector<const Note *> Out(Findings.size());
  std::vector<bool> Taken(From.Notes.size());
  for (const std::size_t I : Order)
    for (std::size_t N = 0; N < From.Notes.size() && !Out[I]; ++N) {
      const Note &Each = From.Notes[N];
      if (Taken[N] || Each.Check != Findings[I].Check ||
          !isIn({Each.Line, lengthOf(Each.Before, Count)}, Findings[I].At))
        continue;
      Taken[N] = true;
      Out[I] = &Each;
    }
  return Out;
}

void ProjectReview::judge(const std::string &Path,
                          std::vector<Finding> &Findings, Encoding Count) {
  const std::lock_guard<std::mutex> Lock(Mutex);
  const auto Kept = Analyses.find(Path);
  if (Kept == Analyses.end() || Findings.empty())
    return;
  const Analysis *Best = nullptr;
  std::vector<const Note *> Notes;
  for (const auto &Each : Kept->second) {
    std::vector<const Note *> Now = assign(*Each, Findings, Count);
    if (Best && llvm::count(Now, nullptr) >= llvm::count(Notes, nullptr))
      continue;
    Best = Each.get();
    Notes = std::move(Now);
  }
  std::vector<tool::Finding> AsTool(Findings.size());
  for (std::size_t I = 0; I < Findings.size(); ++I) {
    AsTool[I].Check = Findings[I].Check;
    AsTool[I].Main.At.File = Path;
    if (!Notes[I])
      continue;
    AsTool[I].Function = Notes[I]->Function;
    AsTool[I].Tokens = Notes[I]->Tokens;
    if (Notes[I]->Age == tool::CodeAge::Existing)
      Findings[I].Weight = Standing::Existing;
  }
  if (!Best->Known)
    return;
  const std::vector<bool> Known = Best->Known->known(AsTool);
  for (std::size_t I = 0; I < Findings.size(); ++I)
    if (Known[I])
      Findings[I].Weight = Standing::Existing;
}

} // namespace async_tidy::clangd
