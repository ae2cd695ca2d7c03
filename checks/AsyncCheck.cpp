// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncCheck.h: from a matched node to a finding with its edit.

#include "AsyncCheck.h"

#include "AllChecks.h"
#include "Phrases.h"
#include "Suppression.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"

#include <map>
#include <mutex>

using namespace clang;
using namespace clang::ast_matchers;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Called with every call, operator call and construction of the translation
/// unit, so it asks for the last identifier only.
AST_MATCHER_P(Expr, couldBeARow, const LibraryIndex *, Index) {
  return Resolver::couldCall(Node, *Index);
}

std::function<void(const SiteReport &)> &siteListener() {
  static std::function<void(const SiteReport &)> Listener;
  return Listener;
}

const CheckInfo &infoOf(Rule R) {
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Each->Id == R)
      return *Each;
  llvm_unreachable("every rule has a check");
}

/// What a person has to look at before applying an unsafe edit.
StringRef caveat(const Recipe &Fix) {
  if (Fix.Deadline == AddDeadline::Placeholder)
    return "a tool cannot know how long to wait: fill in the duration, the "
           "code does not compile before";
  switch (Fix.Kind) {
  case EditKind::AwaitIt:
    return "awaiting it here makes the caller wait";
  case EditKind::ReplaceTimeout:
    return "safe_gather throws at the deadline; adapt the use of the result";
  case EditKind::None:
  case EditKind::UseSafeGather:
  case EditKind::AddOptions:
    break;
  }
  return "this edit may change the type of the result; apply it where the "
         "result's use allows";
}

Audience &audience() {
  static Audience Who = Audience::Batch;
  return Who;
}

} // namespace

void setAudience(Audience Who) { audience() = Who; }

void setSiteListener(std::function<void(const SiteReport &)> Listener) {
  siteListener() = std::move(Listener);
}

std::shared_ptr<IncludeLedger>
IncludeLedger::of(const tidy::ClangTidyContext &Context) {
  static std::mutex Mutex;
  static std::map<const tidy::ClangTidyContext *, std::weak_ptr<IncludeLedger>>
      Ledgers;
  const std::lock_guard<std::mutex> Lock(Mutex);
  std::weak_ptr<IncludeLedger> &Entry = Ledgers[&Context];
  std::shared_ptr<IncludeLedger> Ledger = Entry.lock();
  if (!Ledger) {
    Ledger = std::make_shared<IncludeLedger>();
    Entry = Ledger;
  }
  return Ledger;
}

AsyncCheck::AsyncCheck(const CheckInfo &Info, StringRef Name,
                       tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Info(Info), Tidy(*Context),
      Team(Options, *Context), Includes(IncludeLedger::of(*Context)) {}

void AsyncCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Team.store(Options, Opts);
  for (const OptionInfo &Own : Info.Options)
    Options.store(Opts, toRef(Own.Name), readOption(Options, Own));
}

void AsyncCheck::registerPPCallbacks(const SourceManager &,
                                     Preprocessor *Preprocessor,
                                     class Preprocessor *) {
  PP = Preprocessor;
}

void AsyncCheck::registerMatchers(MatchFinder *Finder) {
  const LibraryIndex *Index = &Team.libraries();
  // gather(a, b), object(a, b), x.gather(a), a && b, also with dependent parts
  Finder->addMatcher(callExpr(couldBeARow(Index)).bind("site"), this);
  // all(f, g): a class that is itself the primitive
  Finder->addMatcher(cxxConstructExpr(couldBeARow(Index)).bind("site"), this);
  Finder->addMatcher(
      cxxUnresolvedConstructExpr(couldBeARow(Index)).bind("site"), this);
}

RuleSet AsyncCheck::enabledRules() const {
  RuleSet Rules;
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Tidy.isCheckEnabled(toRef(Each->Name)))
      Rules.insert(Each->Id);
  return Rules;
}

void AsyncCheck::check(const MatchFinder::MatchResult &Result) {
  const auto &Site = *Result.Nodes.getNodeAs<Expr>("site");
  ASTContext &AST = *Result.Context;
  const SourceManager &SM = *Result.SourceManager;
  if (SM.isInSystemHeader(SM.getExpansionLoc(Site.getBeginLoc())))
    return;
  if (!Rows)
    Rows.emplace(Team.libraries(), PP);
  const auto Call = Describer(AST, *Rows, Team.words()).describe(Site);
  if (!Call || !Seen.insert(Call->At.Loc).second)
    return;

  const Policy Rules =
      Team.policyFor(Call->At.Statement, SM, audience() == Audience::Editor);
  // Where a person fills in the duration, each finding has an edit of its own:
  // only that of async-missing-timeout has the gap to be filled.
  const Verdict Judgement = decide(Call->Facts, Rules,
                                   Rules.Timeout == DefaultTimeout::Placeholder
                                       ? RuleSet::only(Info.Id)
                                       : enabledRules());
  if (siteListener())
    siteListener()({Info, *Call, Rules, Judgement, SM});
  if (!Judgement.Findings.contains(Info.Id))
    return;
  attachEdit(*Call, Judgement, report(*Call, Judgement), AST);
  noteChildren(*Call, SM);
}

std::optional<Rule> AsyncCheck::owner(const AsyncCall &Call,
                                      const Verdict &Judgement,
                                      const SourceManager &SM) const {
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Judgement.Findings.contains(Each->Id) &&
        !isSuppressed(toRef(Each->Name), Call.At.Loc, SM) &&
        passesLineFilter(Call.At.Loc, Tidy.getGlobalOptions(), SM))
      return Each->Id;
  return std::nullopt;
}

void AsyncCheck::attachEdit(const AsyncCall &Call, const Verdict &Judgement,
                            DiagnosticBuilder Warning, ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  const bool SelfContained = areDiagsSelfContained();
  if (!SelfContained)
    if (const auto Owner = owner(Call, Judgement, SM); Owner != Info.Id) {
      if (Owner && Judgement.Fix.Kind != EditKind::None) {
        {
          const DiagnosticBuilder Emitted(std::move(Warning));
        }
        diag(Call.At.Loc, "fixed together with the finding of '%0'",
             DiagnosticIDs::Note)
            << toRef(infoOf(*Owner).Name);
      }
      return;
    }
  Hints Edits = editsFor(Call, Judgement.Fix, Team.spellingFor(Call), AST);
  if (Edits.empty())
    return;
  const std::string Header = Judgement.Fix.Kind == EditKind::AwaitIt
                                 ? std::string()
                                 : Team.headerFor(*Call.Row.Root);
  const FileID File = SM.getFileID(SM.getFileLoc(Call.At.Loc));
  if (!Header.empty() &&
      (SelfContained || Includes->claim(File, Header, Judgement.Fix.How)))
    if (const auto Include = includeEdit(Call.At.Loc, Header, SM))
      Edits.push_back(*Include);

  switch (Judgement.Fix.How) {
  case Safety::Safe:
    for (const FixItHint &Edit : Edits)
      Warning << Edit;
    return;
  case Safety::Unsafe: {
    {
      const DiagnosticBuilder Emitted(std::move(Warning));
    }
    auto Note = diag(Call.At.Loc, caveat(Judgement.Fix), DiagnosticIDs::Note);
    for (const FixItHint &Edit : Edits)
      Note << Edit;
    return;
  }
  }
}

/// With a line filter, clang-tidy keeps a finding if the line of one of its
/// notes is in the filter: an edit of any child brings the finding back.
void AsyncCheck::noteChildren(const AsyncCall &Call, const SourceManager &SM) {
  if (Tidy.getGlobalOptions().LineFilter.empty())
    return;
  const unsigned Line = SM.getExpansionLineNumber(Call.At.Loc);
  for (const Expr *Child : Call.At.Children)
    if (SM.getExpansionLineNumber(Child->getBeginLoc()) != Line)
      diag(Child->getBeginLoc(), "a child of this gather", DiagnosticIDs::Note);
}

} // namespace async_tidy
