// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncBase.h.

#include "AsyncBase.h"

#include "AllChecks.h"
#include "OptionList.h"
#include "Phrases.h"
#include "SharedState.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

Audience &whoLooks() {
  static Audience Who = Audience::Batch;
  return Who;
}

std::function<void(const FindingReport &)> &findingListener() {
  static std::function<void(const FindingReport &)> Listener;
  return Listener;
}

} // namespace

void setAudience(Audience Who) { whoLooks() = Who; }

Audience audience() { return whoLooks(); }

void setFindingListener(std::function<void(const FindingReport &)> Listener) {
  findingListener() = std::move(Listener);
}

AsyncBase::AsyncBase(const CheckInfo &Info, StringRef Name,
                     tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Info(Info), Tidy(*Context),
      Team(Options, *Context), Exempt(Team.exemptions()),
      Includes(sharedBy<IncludeLedger>(*Context)),
      Shipped(sharedBy<ShippedRows>(*Context)) {}

void AsyncBase::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Team.store(Options, Opts);
  for (const OptionInfo &Own : Info.Options)
    Options.store(Opts, toRef(Own.Name), readOption(Options, Own));
}

void AsyncBase::registerPPCallbacks(const SourceManager &,
                                    Preprocessor *Preprocessor,
                                    class Preprocessor *) {
  PP = Preprocessor;
  ShippedRows::watch(Shipped, *Preprocessor);
}

void AsyncBase::onStartOfTranslationUnit() {
  for (const std::string &Why : Shipped->takeRefused())
    Tidy.configurationDiag(
        "these rows, shipped with a library, are left out:\n%0",
        DiagnosticIDs::Warning)
        << Why;
  Team.addLibraries(Shipped->found(), Tidy);
}

const Resolver &AsyncBase::rows() {
  if (!Rows)
    Rows.emplace(Team.libraries(), PP);
  return *Rows;
}

bool AsyncBase::isOurs(SourceLocation Loc, const SourceManager &SM) const {
  return Loc.isValid() && !SM.isInSystemHeader(SM.getExpansionLoc(Loc)) &&
         !Exempt.cover(Loc, SM);
}

void AsyncBase::registerMatchers(ast_matchers::MatchFinder *Finder) {
  Exempt.registerMatchers(*Finder);
}

DiagnosticIDs::Level AsyncBase::levelOf(const AsyncLibrary &Library) {
  return Library.Level == Severity::Error ? DiagnosticIDs::Error
                                          : DiagnosticIDs::Warning;
}

RuleSet AsyncBase::enabledRules() const {
  RuleSet Rules;
  for (const CheckInfo *Each : AllChecks::Infos)
    if (Tidy.isCheckEnabled(toRef(Each->Name)))
      Rules.insert(Each->Id);
  return Rules;
}

std::vector<std::string> AsyncBase::listOption(const OptionInfo &Own) const {
  const std::string Text = readOption(Options, Own);
  std::vector<std::string> Out;
  for (StringRef Part : listOf(Text))
    Out.push_back(Part.str());
  return Out;
}

void AsyncBase::reported(SourceLocation Loc, const CodeSite &Site,
                         ASTContext &AST) {
  if (!findingListener())
    return;
  const SourceManager &SM = AST.getSourceManager();
  findingListener()({toRef(Info.Name), Loc, Team.ageOf(Site.Extent, SM),
                     identityOf(Site, AST), SM});
}

void AsyncBase::attach(DiagnosticBuilder Warning, SourceLocation Loc,
                       const Hints &Edits, Safety How, StringRef What) {
  if (Edits.empty())
    return;
  if (How == Safety::Safe && audience() == Audience::Batch) {
    for (const FixItHint &Edit : Edits)
      Warning << Edit;
    return;
  }
  {
    const DiagnosticBuilder Emitted(std::move(Warning));
  }
  auto Note = [&] {
    if (audience() == Audience::Batch)
      return diag(Loc, What, DiagnosticIDs::Note);
    return diag(Loc, "%select{%1|unsafe fix: %1}0 (%2)", DiagnosticIDs::Note)
           << (How == Safety::Unsafe) << What << toRef(Info.Name);
  }();
  for (const FixItHint &Edit : Edits)
    Note << Edit;
}

void AsyncBase::noteParts(llvm::ArrayRef<SourceLocation> Parts,
                          SourceLocation Loc, StringRef Text,
                          const SourceManager &SM) {
  if (Tidy.getGlobalOptions().LineFilter.empty() &&
      audience() == Audience::Batch)
    return;
  const unsigned Line = SM.getExpansionLineNumber(Loc);
  for (SourceLocation Part : Parts)
    if (SM.getExpansionLineNumber(Part) != Line)
      diag(Part, Text, DiagnosticIDs::Note);
}

} // namespace async_tidy
