// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The rounds of --fix.

#include "fixes/Repair.h"

#include "fixes/Drafts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

class Repair {
public:
  using Analyser =
      std::function<std::vector<FileResult>(const std::vector<Source> &)>;

  Repair(std::vector<FileResult> &Results, const std::vector<Source> &Sources,
         Fixes Which, Target Into, const ContentMaker &Make,
         const Analyser &Analyse)
      : Results(Results), Sources(Sources), Which(Which), Into(Into),
        Make(Make), Analyse(Analyse) {}

  RepairResult run() {
    // Two edits that undo each other must end. Drafts have one round: git and
    // line filters know nothing of the lines of a draft.
    const int Rounds = Into == Target::Drafts ? 1 : 10;
    const std::size_t Before = merge(Results).size();
    for (int Round = 0; Round < Rounds; ++Round)
      if (!round())
        break;
    const std::size_t Left = merge(Results).size();
    Done.Fixed = Before > Left ? Before - Left : 0;
    return std::move(Done);
  }

private:
  std::vector<FileResult> &Results;
  const std::vector<Source> &Sources;
  const Fixes Which;
  const Target Into;
  const ContentMaker &Make;
  const Analyser &Analyse;
  RepairResult Done;
  /// Files that a fix broke or that cannot be written; not tried again.
  std::set<std::string> Hopeless;

  /// Whether another round may find something.
  bool round() {
    std::vector<Finding> Findings = merge(Results);
    std::erase_if(Findings, [&](const Finding &F) {
      return llvm::any_of(editsOf(F, Which), [&](const Edit &E) {
        return Hopeless.contains(E.File);
      });
    });
    const FixPlan Plan = chooseEdits(Findings, Which);
    if (Into == Target::Drafts)
      reportConflicts(Plan, Findings);
    const FixResult Written = (Into == Target::Files ? writeEdits : draftEdits)(
        Plan, Findings, Which, Results, Make);
    llvm::append_range(Done.Problems, Written.Problems);
    Hopeless.insert(Written.LeftAlone.begin(), Written.LeftAlone.end());
    if (Written.Backups.empty())
      return false;
    std::set<std::string> Changed;
    for (const Backup &B : Written.Backups)
      Changed.insert(B.File);
    Done.Changed.insert(Changed.begin(), Changed.end());
    const std::vector<std::size_t> Broken = analyseAgain(Changed);
    if (Broken.empty())
      return true;
    if (Which == Fixes::Unsafe) {
      for (const std::size_t I : Broken)
        Done.Problems.push_back(
            shownPath(Results[I].File) +
            " does not compile with the fixes; see its first error below");
      return true;
    }
    takeBack(Broken, Written.Backups);
    return true;
  }

  /// A patch is made once; what overlaps in it is for the next one.
  void reportConflicts(const FixPlan &Plan,
                       const std::vector<Finding> &Findings) {
    for (const std::size_t I : Plan.Conflicting) {
      const Place &At = Findings[I].Main.At;
      Done.Problems.push_back(llvm::formatv(
          "{0}:{1}: its fix overlaps another and is not in the patch; apply "
          "the patch and run again",
          shownPath(At.File), At.Line));
    }
  }

  /// Analyses what read one of \p Changed; returns the results that were
  /// complete before and are not now.
  std::vector<std::size_t> analyseAgain(const std::set<std::string> &Changed) {
    std::vector<Source> Again;
    std::vector<std::size_t> Where;
    for (std::size_t I = 0; I < Results.size(); ++I)
      if (llvm::any_of(Results[I].Inputs, [&](const auto &Input) {
            return Changed.contains(Input.first);
          })) {
        Again.push_back(Sources[I]);
        Where.push_back(I);
      }
    std::vector<FileResult> New = Analyse(Again);
    std::vector<std::size_t> Broken;
    for (std::size_t I = 0; I < New.size(); ++I) {
      FileResult &Old = Results[Where[I]];
      if (Old.How == Outcome::Complete && New[I].How == Outcome::DoesNotCompile)
        Broken.push_back(Where[I]);
      Old = std::move(New[I]);
    }
    return Broken;
  }

  /// Restores the files that the \p Broken results read, with those that were
  /// fixed together with them.
  void takeBack(const std::vector<std::size_t> &Broken,
                const std::vector<Backup> &Backups) {
    std::set<std::string> Groups;
    for (const std::size_t I : Broken) {
      const FileResult &R = Results[I];
      for (const Backup &B : Backups)
        if (R.Inputs.contains(B.File))
          Groups.insert(B.Group);
      const llvm::StringRef Error = R.Reason.Text;
      Done.Problems.push_back(llvm::formatv(
          "{0}: not fixed, because with the fixes it does not compile: {1}{2}",
          shownPath(R.File), Error,
          Error.contains("file not found")
              ? "; is its directory in the include path?"
              : ""));
    }
    std::set<std::string> Restored;
    for (const Backup &B : Backups) {
      if (!Groups.contains(B.Group))
        continue;
      Hopeless.insert(B.File);
      if (std::string Wrong =
              Into == Target::Files ? restore(B) : restoreDraft(B);
          !Wrong.empty()) {
        Done.Problems.push_back(llvm::formatv("{0}: not taken back: {1}",
                                              shownPath(B.File), Wrong));
        continue;
      }
      Restored.insert(B.File);
      Done.Changed.erase(B.File);
    }
    analyseAgain(Restored);
  }
};

} // namespace

RepairResult
repair(std::vector<FileResult> &Results, const std::vector<Source> &Sources,
       Fixes Which, Target Into, const ContentMaker &Make,
       const std::function<std::vector<FileResult>(const std::vector<Source> &)>
           &Analyse) {
  return Repair(Results, Sources, Which, Into, Make, Analyse).run();
}

} // namespace async_tidy::tool
