// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Conclude.h. Standard output holds what --format says; all else goes to
// standard error.

#include "Conclude.h"

#include "changes/Fingerprint.h"
#include "fixes/Fix.h"
#include "formats/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

const Place &placeOf(const Finding &F) { return F.Main.At; }
const Place &placeOf(const Message &M) { return M.At; }

/// What `--explain FILE:LINE` asks for of \p Items; all of them without it.
template <typename T>
std::vector<T> asked(std::vector<T> Items, const Arguments &Args) {
  if (Args.ExplainAt.empty())
    return Items;
  std::erase_if(Items, [&](const T &Item) {
    const Place &At = placeOf(Item);
    return llvm::none_of(Args.ExplainAt, [&](llvm::StringRef Wanted) {
      const auto [File, Line] = Wanted.rsplit(':');
      return canonicalPath(File.str()) == At.File &&
             Line == std::to_string(At.Line);
    });
  });
  return Items;
}

/// Puts what \p Results hold into \p Run, as far as \p Scope lets it be
/// printed.
void collect(const std::vector<FileResult> &Results, RunReport &Run,
             const Arguments &Args, const Review &Scope) {
  // Keys count what looks alike, so they are made before anything is left out.
  const std::vector<Finding> All = asked(merge(Results), Args);
  const std::vector<FindingKey> Keys = keysOf(All, Run.Root);
  for (std::size_t I = 0; I < All.size(); ++I) {
    Run.Totals.Existing += !Scope.counts(All[I]);
    if (!Scope.prints(All[I]))
      continue;
    Run.Findings.push_back(All[I]);
    Run.Fingerprints.push_back(fingerprint(Keys[I]));
  }
  Run.Explanations = asked(mergeExplanations(Results), Args);
  Run.Sites = mergeSites(Results);
  for (const FileResult &R : Results)
    if (R.How != Outcome::Complete)
      Run.Incomplete.push_back(&R);
}

void count(RunReport &Run, const Arguments &Args, const Review &Scope) {
  Run.Totals.Findings = llvm::count_if(
      Run.Findings, [&](const Finding &F) { return Scope.counts(F); });
  Run.Totals.Incomplete = Run.Incomplete.size();
  for (const Finding &F : Run.Findings) {
    const Fixes Kind = proposedFix(F).Kind;
    Run.Totals.Fixable += Kind == Fixes::Safe;
    Run.Totals.Unsafe += Kind == Fixes::Unsafe;
  }
  const bool Clean = Run.Totals.Findings == 0 || Args.WriteBaseline ||
                     Args.Task == Purpose::Inventory;
  Run.ExitCode = !Run.Incomplete.empty() ? ExitIncomplete
                 : !Clean                ? ExitFindings
                                         : ExitClean;
}

/// --fix and --diff repair overlapping fixes one after the other; a file of
/// fixes can hold only one of them.
void reportConflicts(const RunReport &Run, const std::vector<Output> &Outputs) {
  if (llvm::none_of(Outputs, [](const Output &O) {
        return O.As->Write == writeExportFixes;
      }))
    return;
  for (const std::size_t I :
       chooseEdits(Run.Findings, Fixes::Safe).Conflicting) {
    const Place &At = Run.Findings[I].Main.At;
    complain(llvm::formatv("{0}:{1}: its fix overlaps another and is not "
                           "exported; apply the others and run again",
                           shownPath(At.File), At.Line));
  }
}

/// Writes the baseline, if that was asked for.
void writeBack(const std::vector<FileResult> &Results, const Arguments &Args,
               const Review &Scope, std::vector<std::string> &Problems) {
  auto Done = Scope.writeBack(Results);
  if (!Done)
    Problems.push_back(llvm::toString(Done.takeError()));
  else if (!Done->empty() && Args.Loudness == Verbosity::Normal)
    llvm::errs() << "async-tidy: " << *Done << '\n';
}

/// Whether a person reads the findings on the terminal.
bool printsText(const std::vector<Output> &Outputs) {
  return llvm::any_of(Outputs, [](const Output &O) {
    return O.File.empty() && O.As == &formats().front();
  });
}

std::string inventoryLine(const RunReport &Run) {
  return llvm::formatv(
      "async-tidy: {0} known calls, {1} of them raw gathers, in {2} files "
      "analysed{3}",
      Run.Sites.size(),
      llvm::count_if(Run.Sites,
                     [](const SiteRecord &S) { return S.Role == "gather"; }),
      Run.Totals.Files,
      Run.Incomplete.empty()
          ? std::string()
          : llvm::formatv(", {0} not fully", Run.Incomplete.size()).str());
}

} // namespace

int conclude(const std::vector<FileResult> &Results, RunReport Run,
             const Arguments &Args, const std::vector<Output> &Outputs,
             const Review &Scope) {
  Run.ShownRoot = Args.Root.empty() ? Run.Root : Args.Root;
  Run.DocsUrl = Args.DocsUrl;
  collect(Results, Run, Args, Scope);
  if (!Args.Since.empty()) {
    auto Since = progressSince(Args.Since, Run.Sites, Run.Root);
    if (!Since) {
      complain(llvm::toString(Since.takeError()));
      return ExitUsage;
    }
    Run.Since = *Since;
  }
  if (!Args.ExplainAt.empty() && Run.Explanations.empty())
    complain("no call of a known library at " +
             llvm::join(Args.ExplainAt, ", "));
  count(Run, Args, Scope);
  Run.Ended = std::chrono::system_clock::now();
  reportConflicts(Run, Outputs);
  std::vector<std::string> Problems = writeOutputs(Outputs, Run, Args.Colours);
  writeBack(Results, Args, Scope, Problems);
  if (!printsText(Outputs))
    for (const FileResult *R : Run.Incomplete)
      Report(llvm::errs(), Colour::Never).incomplete(*R);
  for (const std::string &Problem : Problems)
    complain(Problem);
  if (Args.Loudness == Verbosity::Normal)
    llvm::errs() << (Args.Task == Purpose::Inventory ? inventoryLine(Run)
                                                     : summaryLine(Run.Totals))
                 << '\n';
  return Problems.empty() ? Run.ExitCode : ExitUsage;
}

} // namespace async_tidy::tool
