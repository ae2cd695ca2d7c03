// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ChildMentions.h.

#include "ChildMentions.h"

#include "../core/Words.h"
#include "CallParts.h"
#include "ChildWork.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

bool isAwaitingName(StringRef Name) {
  return Name == "get" || Name == "get0" || Name == "value" ||
         Name == "result" || Name == "takeResult" || Name == "blockingWait" ||
         Name == "sync_wait" || Name == "syncAwait";
}

bool isAskingName(StringRef Name) {
  return Name == "valid" || Name == "wait_for" || Name == "wait_until" ||
         Name == "ready" || Name == "is_ready" || Name == "isReady" ||
         Name == "available" || Name == "size" || Name == "empty" ||
         Name == "reserve" || Name == "clear" || Name == "cancel" ||
         Name == "isFinished";
}

/// Waits, and throws nothing.
bool isJoiningName(StringRef Name) {
  return Name == "wait" || Name == "waitForFinished";
}

bool isFillingName(StringRef Name) {
  return Name == "push_back" || Name == "emplace_back";
}

/// One step of the way up from a mention; true while it is still open.
bool classify(const Stmt &S, const DynTypedNode &Below, const Resolver &Rows,
              Mentioned &Out) {
  if (isa<CoawaitExpr, DependentCoawaitExpr>(S)) {
    Out.What = Mention::Awaited;
    Out.Loc = S.getBeginLoc();
    return false;
  }
  if (isa<MemberExpr, CXXDependentScopeMemberExpr, ArraySubscriptExpr>(S))
    return true;
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call) {
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      return Construct->getConstructor()->isCopyOrMoveConstructor();
    return isa<CastExpr, ParenExpr, MaterializeTemporaryExpr,
               CXXBindTemporaryExpr, FullExpr>(S);
  }
  const StringRef Name = calledName(*Call);
  if (Name == "move" || Name == "forward" || Name == "at" || Name == "front" ||
      Name == "back")
    return true;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    if (Operator->getOperator() == OO_Subscript)
      return Below.get<Stmt>() == Operator->getArg(0);
  const Waits Known = waitsFor(Rows.call(*Call), *Call);
  if (Known == Waits::ForResult || isAwaitingName(Name))
    Out.What = Mention::Awaited;
  else if (Known == Waits::ForEnd || isJoiningName(Name))
    Out.What = Mention::Joined;
  else if (isAskingName(Name))
    Out.What = Mention::Asked;
  else if (isFillingName(Name) && Call->getNumArgs() == 1 &&
           startsWork(*Call->getArg(0)))
    Out.What = Mention::Filled;
  else if (isFillingName(Name))
    Out.What = Mention::Filled, Out.Loop = nullptr;
  return false;
}

} // namespace

Mentioned mentionOf(const DeclRefExpr &Ref, const CompoundStmt &Block,
                    ASTContext &AST, const Resolver &Rows) {
  Mentioned Out{Mention::PassedOn, Ref.getBeginLoc()};
  bool Open = true; // the use of the variable is not classified yet
  DynTypedNode Node = DynTypedNode::create(Ref);
  while (true) {
    const DynTypedNodeList Parents = AST.getParents(Node);
    if (Parents.empty())
      return Out;
    const DynTypedNode Below = Node;
    Node = Parents[0];
    for (const DynTypedNode &P : Parents)
      if (P.get<CoawaitExpr>() || P.get<DependentCoawaitExpr>())
        Node = P;
    if (const auto *Var = Node.get<VarDecl>()) {
      if (Open && Var->isImplicit()) // the range of a for statement
        Out.What = Mention::Iterated;
      Open = false;
      continue;
    }
    const auto *S = Node.get<Stmt>();
    if (!S || S == &Block || isa<LambdaExpr>(S))
      return Out;
    if (const auto *Try = dyn_cast<CXXTryStmt>(S);
        Try && !Out.Try && Below.get<Stmt>() == Try->getTryBlock())
      Out.Try = Try;
    if (!Out.Loop && isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      Out.Loop = S;
    if (Open)
      Open = classify(*S, Below, Rows, Out);
  }
}

bool startsWork(const Expr &E) {
  const Expr *Bare = strip(&E);
  const auto *Call = dyn_cast<CallExpr>(Bare);
  if (!Call)
    return false;
  const StringRef Name = calledName(*Call);
  const NameWords Words(Name);
  static constexpr std::array<std::string_view, 4> Made = {"make", "get",
                                                           "ready", "deferred"};
  if (!Words.all().empty() && isOneOf(Words.all().front(), Made) &&
      Words.contains(std::array<std::string_view, 2>{"future", "ready"}))
    return false;
  return llvm::none_of(writtenArguments(*Call), [](const Expr *Argument) {
    return mentionedName(*Argument) == "deferred";
  });
}

} // namespace async_tidy
