// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncCheck.h: from a matched node to a finding with its edit.

#include "AsyncCheck.h"

#include "AllChecks.h"
#include "Phrases.h"
#include "Suppression.h"
#include "ast/NameInScope.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace clang::ast_matchers;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Called with every call, operator call and construction of the translation
/// unit, so it asks for the last identifier only.
AST_MATCHER_P(Expr, couldBeARow, const Settings *, Team) {
  return Resolver::couldCall(Node, Team->libraries());
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

/// What a safe edit does.
std::string whatItDoes(const Recipe &Fix, StringRef SafeGather) {
  std::string Options;
  if (Fix.Capture == AddCapture::Yes)
    Options += "return_exceptions";
  if (Fix.Deadline != AddDeadline::No)
    Options += Options.empty() ? "a timeout" : " and a timeout";
  if (Fix.Kind == EditKind::AddOptions)
    return "add " + Options;
  return ("use " + SafeGather + (Options.empty() ? "" : " with ") + Options)
      .str();
}

} // namespace

void setSiteListener(std::function<void(const SiteReport &)> Listener) {
  siteListener() = std::move(Listener);
}

void AsyncCheck::registerMatchers(MatchFinder *Finder) {
  AsyncBase::registerMatchers(Finder);
  // gather(a, b), object(a, b), x.gather(a), a && b, also with dependent parts
  Finder->addMatcher(callExpr(couldBeARow(&Team)).bind("site"), this);
  // all(f, g): a class that is itself the primitive
  Finder->addMatcher(cxxConstructExpr(couldBeARow(&Team)).bind("site"), this);
  Finder->addMatcher(
      cxxUnresolvedConstructExpr(couldBeARow(&Team)).bind("site"), this);
}

void AsyncCheck::check(const MatchFinder::MatchResult &Result) {
  const auto &Site = *Result.Nodes.getNodeAs<Expr>("site");
  ASTContext &AST = *Result.Context;
  const SourceManager &SM = *Result.SourceManager;
  if (!isOurs(Site.getBeginLoc(), SM))
    return;
  const auto Call = Describer(AST, rows(), Team.words()).describe(Site);
  if (!Call || !firstTime(Call->At.Loc))
    return;

  const CodeSite Code = siteOf(*Call->At.Site, AST);
  const Policy Rules = Team.policyFor(Team.ageOf(Code.Extent, SM),
                                      audience() == Audience::Editor);
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
  reported(Call->At.Loc, Code, AST);
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
      if (Owner && repairs(Judgement.Fix, Info.Id)) {
        {
          const DiagnosticBuilder Emitted(std::move(Warning));
        }
        diag(Call.At.Loc, "fixed together with the finding of '%0'",
             DiagnosticIDs::Note)
            << toRef(infoOf(*Owner).Name);
      }
      return;
    }
  Hints Edits = editsFor(
      Call, Judgement.Fix,
      spellingInScope(Team.spellingFor(Call), *Call.At.Site, AST), AST);
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

  const Recipe &Fix = Judgement.Fix;
  attach(std::move(Warning), Call.At.Loc, Edits, Fix.How,
         Fix.How == Safety::Safe ? whatItDoes(Fix, Team.safeGather())
                                 : caveat(Fix).str());
}

void AsyncCheck::noteChildren(const AsyncCall &Call, const SourceManager &SM) {
  llvm::SmallVector<SourceLocation, 6> Parts;
  for (const Expr *Child : Call.At.Children)
    Parts.push_back(Child->getBeginLoc());
  noteParts(Parts, Call.At.Loc, "a child of this gather", SM);
}

} // namespace async_tidy
