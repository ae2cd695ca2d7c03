// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncBase.h.

#include "AsyncBase.h"

#include "AllChecks.h"
#include "Phrases.h"
#include "SharedState.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

std::function<void(const FindingReport &)> &findingListener() {
  static std::function<void(const FindingReport &)> Listener;
  return Listener;
}

} // namespace

void setFindingListener(std::function<void(const FindingReport &)> Listener) {
  findingListener() = std::move(Listener);
}

AsyncBase::AsyncBase(const CheckInfo &Info, StringRef Name,
                     tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), Info(Info), Tidy(*Context),
      Team(Options, *Context), Includes(sharedBy<IncludeLedger>(*Context)),
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
  Team.addLibraries(Shipped->found(), Tidy);
}

const Resolver &AsyncBase::rows() {
  if (!Rows)
    Rows.emplace(Team.libraries(), PP);
  return *Rows;
}

bool AsyncBase::isOurs(SourceLocation Loc, const SourceManager &SM) {
  return Loc.isValid() && !SM.isInSystemHeader(SM.getExpansionLoc(Loc));
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
  llvm::SmallVector<StringRef, 4> Parts;
  StringRef(Text).split(Parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Out;
  for (StringRef Part : Parts)
    if (!Part.trim().empty())
      Out.push_back(Part.trim().str());
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
                       const Hints &Edits, Safety How, StringRef Caveat) {
  if (Edits.empty())
    return;
  switch (How) {
  case Safety::Safe:
    for (const FixItHint &Edit : Edits)
      Warning << Edit;
    return;
  case Safety::Unsafe: {
    {
      const DiagnosticBuilder Emitted(std::move(Warning));
    }
    auto Note = diag(Loc, Caveat, DiagnosticIDs::Note);
    for (const FixItHint &Edit : Edits)
      Note << Edit;
    return;
  }
  }
}

void AsyncBase::noteParts(llvm::ArrayRef<SourceLocation> Parts,
                          SourceLocation Loc, StringRef Text,
                          const SourceManager &SM) {
  if (Tidy.getGlobalOptions().LineFilter.empty())
    return;
  const unsigned Line = SM.getExpansionLineNumber(Loc);
  for (SourceLocation Part : Parts)
    if (SM.getExpansionLineNumber(Part) != Line)
      diag(Part, Text, DiagnosticIDs::Note);
}

} // namespace async_tidy
