// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-discarded-gather; the judgement is core/Decide.h's.

#include "DiscardedGatherCheck.h"

#include "Phrases.h"
#include "ast/AsyncDrop.h"
#include "core/NodeRules.h"
#include "core/Wording.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace async_tidy {
namespace {

AST_MATCHER_P(VarDecl, couldBeATask, const Settings *, Team) {
  return Node.hasLocalStorage() && !Node.isReferenced() &&
         Resolver::couldBeType(Node.getType(), Team->libraries());
}

} // namespace

void DiscardedGatherCheck::registerMatchers(MatchFinder *Finder) {
  AsyncCheck::registerMatchers(Finder);
  // Where expression statements may stand. One matcher for each kind of node:
  // a matcher of all statements would be asked about every expression.
  const auto Add = [&](const auto &Block) {
    Finder->addMatcher(Block.bind("block"), this);
  };
  Add(compoundStmt());
  Add(ifStmt());
  Add(forStmt());
  Add(whileStmt());
  Add(doStmt());
  Add(cxxForRangeStmt());
  Add(switchCase());
  Finder->addMatcher(varDecl(couldBeATask(&settings())).bind("var"), this);
}

void DiscardedGatherCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &AST = *Result.Context;
  if (const auto *Block = Result.Nodes.getNodeAs<Stmt>("block")) {
    if (isOurs(Block->getBeginLoc(), *Result.SourceManager))
      for (const AsyncDrop &Drop : dropsIn(*Block, AST, rows()))
        reportDrop(Drop, AST);
  } else if (const auto *Var = Result.Nodes.getNodeAs<VarDecl>("var")) {
    if (isOurs(Var->getLocation(), *Result.SourceManager))
      if (const auto Drop = dropOf(*Var, AST, rows()))
        reportDrop(*Drop, AST);
  } else {
    AsyncCheck::check(Result);
  }
}

void DiscardedGatherCheck::reportDrop(const AsyncDrop &Drop, ASTContext &AST) {
  if (!isDiscarded(Drop.Facts) || !firstTime(Drop.Loc))
    return;
  reported(Drop.Loc, siteOf(*Drop.Task, AST), AST);
  const std::string Type =
      Drop.Type.Root->Namespace + "::" + Drop.Type.Row->Name;
  const llvm::StringRef End = toRef(say::dropped(Drop.Type.Row->WhenDropped));
  auto Warning = [&] {
    switch (Drop.Facts.How) {
    case Held::Statement:
      return diag(Drop.Loc,
                  "the task of '%0' (%1) is dropped: nobody awaits it, so %2; "
                  "await it, or write (void) if this is meant",
                  levelOf(*Drop.Type.Library))
             << Drop.Callee << Type << End;
    case Held::Variable:
      return diag(Drop.Loc,
                  "'%0' holds the task of '%1' (%2), and nobody awaits it, so "
                  "%3; await it, or mark it [[maybe_unused]] if this is meant",
                  levelOf(*Drop.Type.Library))
             << Drop.Variable << Drop.Callee << Type << End;
    case Held::AsGuard:
      break;
    }
    return diag(Drop.Loc,
                "'%0' is not the guard ('%1') but a task that will give it "
                "(%2): nothing waits for '%3', and nothing is held; await it, "
                "or mark it [[maybe_unused]] if this is meant",
                levelOf(*Drop.Type.Library))
           << Drop.Variable << Drop.Guard << Type << Drop.Callee;
  }();
  if (refusalFor(Drop.Facts) == Refusal::None)
    attach(std::move(Warning), Drop.Loc, awaitIt(*Drop.Task, AST),
           Safety::Unsafe, "awaiting it here makes the caller wait");
}

DiagnosticBuilder DiscardedGatherCheck::report(const AsyncCall &Call,
                                               const Verdict &) {
  return diag(Call.At.Loc,
              "the awaitable of '%0' (%1) is dropped: nobody awaits its "
              "children or sees their failures; await it, or write (void) if "
              "this is meant",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title;
}

} // namespace async_tidy
