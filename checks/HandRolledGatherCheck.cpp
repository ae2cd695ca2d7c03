// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-hand-rolled-gather; the judgement is core/NodeRules.h's.

#include "HandRolledGatherCheck.h"

#include "Phrases.h"
#include "ast/AsyncStarts.h"
#include "core/NodeRules.h"
#include "core/Wording.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace async_tidy {
namespace {

AST_MATCHER_P(VarDecl, couldBeAChild, const Settings *, Team) {
  return couldBeStarted(Node, Team->libraries());
}

} // namespace

void HandRolledGatherCheck::registerMatchers(MatchFinder *Finder) {
  AsyncBase::registerMatchers(Finder);
  Finder->addMatcher(varDecl(couldBeAChild(&settings())).bind("var"), this);
  if (ReportsCloses)
    Finder->addMatcher(compoundStmt().bind("block"), this);
}

void HandRolledGatherCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &AST = *Result.Context;
  if (const auto *Block = Result.Nodes.getNodeAs<CompoundStmt>("block")) {
    if (isOurs(Block->getBeginLoc(), *Result.SourceManager))
      reportCloses(*Block, AST);
    return;
  }
  const auto &Var = *Result.Nodes.getNodeAs<VarDecl>("var");
  const auto *Function = dyn_cast<FunctionDecl>(Var.getDeclContext());
  if (!Function || !isOurs(Var.getLocation(), *Result.SourceManager) ||
      !Visited.insert(Function).second)
    return;
  for (const AsyncStarts &Starts : startsIn(*Function, AST, rows())) {
    if (!isHandRolledGather(Starts.Facts) || !firstTime(Starts.Loc))
      continue;
    llvm::SmallVector<SourceLocation, 5> Places = {Starts.Loc};
    Places.append(Starts.Starts.begin(), Starts.Starts.end());
    reported(Starts.Loc,
             siteOf(*Function->getBody(), Places, *Result.SourceManager), AST);
    const bool Range = Starts.Facts.Count == Children::Range;
    const std::string Type =
        Starts.Type.Root->Namespace + "::" + Starts.Type.Row->Name;
    const bool HasGather =
        settings().replacement() == Replacement::TeamWrapper ||
        !Starts.Type.Root->Adapter.empty();
    const std::string ToDo =
        HasGather ? "use '" + settings().safeGather() +
                        "' over the calls, which cancels and joins the siblings"
                  : "wait for all of them before looking at a result";
    diag(Starts.Loc,
         "%select{%1 run already and are|the children in %1 run already and "
         "are}0 awaited one by one (%2): when one fails, nobody awaits the "
         "rest; of each of them, %3; %4",
         levelOf(*Starts.Type.Library))
        << Range << Starts.Names << Type
        << toRef(say::dropped(Starts.Type.Row->WhenDropped)) << ToDo;
    for (SourceLocation Start : Starts.Starts)
      diag(Start, "started here", DiagnosticIDs::Note);
  }
}

void HandRolledGatherCheck::reportCloses(const CompoundStmt &Block,
                                         ASTContext &AST) {
  const auto Closes = closesIn(Block, AST, settings().words());
  if (!Closes || !firstTime(Closes->Loc))
    return;
  reported(Closes->Loc, siteOf(Block, Closes->Starts, AST.getSourceManager()),
           AST);
  diag(Closes->Loc,
       "cleanup calls are awaited one after the other: when one fails, the "
       "rest is skipped; capture each failure, so that all of it is done");
  for (SourceLocation Next : llvm::drop_begin(Closes->Starts))
    diag(Next, "skipped when an earlier one fails", DiagnosticIDs::Note);
}

} // namespace async_tidy
