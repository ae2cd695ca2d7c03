// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recording calls, and comparing two inventories.

#include "analysis/Inventory.h"

#include "AllChecks.h"
#include "AsyncCheck.h"
#include "analysis/Explain.h"
#include "ast/Failure.h"
#include "core/Explain.h"
#include "core/Spelling.h"
#include "formats/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>
#include <tuple>

namespace async_tidy::tool {
namespace {

void addFacts(const CallFacts &F, std::vector<Fact> &Out) {
  const auto Add = [&](const char *Name, auto Value) {
    Out.push_back({Name, std::string(spell(Value))});
  };
  Add("on-failure", F.Row.OnFailure);
  Add("resumes", F.Row.When);
  Add("reports", F.Row.What);
  Add("cancellation", F.Row.Cancel);
  Add("concurrency", F.Row.Window);
  Add("children", F.Site.Count);
  Add("region", F.Site.Where);
  Add("captured", F.Site.Captured);
  Add("deadline", F.Site.Deadline);
  Add("work", F.Site.Duration);
  Add("result", F.Site.Result);
}

/// By what a call is known again.
using CallKey = std::tuple<std::string, std::string, std::string>;

llvm::Error unreadable(const std::string &File, const std::string &Why) {
  return failure("--since=" + File + ": " + Why +
                 "; expected the JSON that 'async-tidy inventory -o FILE.json' "
                 "writes");
}

} // namespace

SiteRecord recordSite(const SiteReport &Site) {
  const AsyncCall &Call = Site.Call;
  SiteRecord S;
  S.At = placeOf(Call.At.Loc, Site.Sources);
  S.Function = Call.At.Function;
  S.Name = Call.displayName();
  S.Callee = Call.Row.Row->Callee;
  S.Library = Call.Row.Library->Id;
  S.Title = Call.Row.Root->Title;
  S.Role = std::string(spell(Call.Facts.Row.Kind));
  if (Site.Judgement.Place)
    S.Leaf = std::string(spellLeaf(*Site.Judgement.Place));
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Site.Judgement.Findings.contains(Each->Id))
      S.Checks.push_back(std::string(Each->Name));
  addFacts(Call.Facts, S.Facts);
  S.Path = explain(Call.Facts, Site.Rules, Site.Judgement);
  return S;
}

std::vector<SiteRecord> mergeSites(const std::vector<FileResult> &Results) {
  std::vector<SiteRecord> All;
  for (const FileResult &R : Results)
    All.insert(All.end(), R.Sites.begin(), R.Sites.end());
  const auto Key = [](const SiteRecord &S) {
    return std::tie(S.At.File, S.At.Line, S.At.Column, S.At.Offset, S.Callee);
  };
  std::stable_sort(All.begin(), All.end(), [&](const auto &A, const auto &B) {
    return Key(A) < Key(B);
  });
  All.erase(std::unique(
                All.begin(), All.end(),
                [&](const auto &A, const auto &B) { return Key(A) == Key(B); }),
            All.end());
  return All;
}

llvm::Expected<Progress> progressSince(const std::string &File,
                                       const std::vector<SiteRecord> &Now,
                                       const std::string &Root) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return unreadable(File, Buffer.getError().message());
  auto Json = llvm::json::parse((*Buffer)->getBuffer());
  if (!Json)
    return unreadable(File, llvm::toString(Json.takeError()));
  const llvm::json::Object *Top = Json->getAsObject();
  const llvm::json::Array *Calls = Top ? Top->getArray("calls") : nullptr;
  if (!Calls || Top->getString("kind") != llvm::StringRef("inventory"))
    return unreadable(File, "it is no inventory");
  Progress P;
  std::map<CallKey, long> Balance; // how many more there are now
  for (const llvm::json::Value &Each : *Calls) {
    const llvm::json::Object *Call = Each.getAsObject();
    const auto Text = [&](llvm::StringRef Name) {
      return Call ? Call->getString(Name).value_or("").str() : std::string();
    };
    P.SafeBefore += Text("role") == "safe-gather";
    if (Text("role") != "gather")
      continue;
    ++P.RawBefore;
    --Balance[{Text("file"), Text("function"), Text("callee")}];
  }
  for (const SiteRecord &S : Now)
    if (S.Role == "gather")
      ++Balance[{utf8(pathBelow(Root, S.At.File)), utf8(S.Function),
                 utf8(S.Callee)}];
  for (const auto &[Key, More] : Balance) {
    P.Added += More > 0 ? More : 0;
    P.Gone += More < 0 ? -More : 0;
  }
  return P;
}

} // namespace async_tidy::tool
