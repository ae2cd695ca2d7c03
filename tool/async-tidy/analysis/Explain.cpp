// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The explanation of one call. The path through the tree is printed by
// core/Explain.h, from the predicates that judged; here stand the facts, so
// that a wrong judgement can be traced to a wrong row or a wrong reading of the
// source.

#include "analysis/Explain.h"

#include "AllChecks.h"
#include "core/Explain.h"
#include "core/Spelling.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

std::string rowLine(const RowFacts &F) {
  const auto Text = [](auto Value) { return std::string(spell(Value)); };
  return "row: role " + Text(F.Kind) + ", on failure " + Text(F.OnFailure) +
         ", resumes " + Text(F.When) + ", reports " + Text(F.What) +
         ", cancellation " + Text(F.Cancel) + ", deadline " + Text(F.Bound) +
         ", concurrency " + Text(F.Window) + ", fix " + Text(F.Fix);
}

std::string siteLine(const SiteFacts &F, const std::string &RegionName) {
  const auto Text = [](auto Value) { return std::string(spell(Value)); };
  return "call: children " + Text(F.Count) + ", region " + Text(F.Where) +
         (RegionName.empty() ? "" : " (" + RegionName + ")") + ", captured " +
         Text(F.Captured) + ", deadline " + Text(F.Deadline) + ", work " +
         Text(F.Duration) + ", written in " + Text(F.In) + ", result " +
         Text(F.Result) + ", captures " + Text(F.Results) + ", timer " +
         Text(F.Clock) + ", obstacle to an edit " + Text(F.Obstacle);
}

/// The checks that have something to say about the call, by name.
std::string findingsLine(RuleSet Findings) {
  std::string Out;
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Findings.contains(Each->Id))
      Out += (Out.empty() ? "" : ", ") + std::string(Each->Name);
  return "findings: " + (Out.empty() ? std::string("none") : Out);
}

} // namespace

Place placeOf(clang::SourceLocation Loc, const clang::SourceManager &Sources) {
  const clang::SourceLocation At = Sources.getFileLoc(Loc);
  const auto [File, Offset] = Sources.getDecomposedLoc(At);
  llvm::SmallString<256> Path(Sources.getFilename(At));
  Sources.getFileManager().makeAbsolutePath(Path);
  return {canonicalPath(std::string(Path)), Offset,
          Sources.getLineNumber(File, Offset),
          Sources.getColumnNumber(File, Offset)};
}

Message explainSite(const SiteReport &Site) {
  const AsyncCall &Call = Site.Call;
  Message M;
  M.At = placeOf(Call.At.Loc, Site.Sources);
  M.Text = llvm::formatv("'{0}' of {1}, row {2} of {3}.yml", Call.displayName(),
                         Call.Row.Root->Title, Call.Row.Row->Callee,
                         Call.Row.Library->Id);
  if (!Call.At.Function.empty())
    M.Text += ", in '" + Call.At.Function + "'";
  M.Text += "\n  " + rowLine(Call.Facts.Row);
  M.Text += "\n  " + siteLine(Call.Facts.Site, Call.At.RegionName);
  for (const std::string &Line :
       explain(Call.Facts, Site.Rules, Site.Judgement))
    M.Text += "\n  " + Line;
  M.Text += "\n  " + findingsLine(Site.Judgement.Findings);
  return M;
}

} // namespace async_tidy::tool
