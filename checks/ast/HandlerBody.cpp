// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See HandlerBody.h.

#include "HandlerBody.h"

#include "../core/HandlerWords.h"
#include "BodyWalk.h"
#include "CallParts.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

bool isCurrentException(const Expr &E) {
  return calledName(E) == "current_exception";
}

bool isLogCall(const Stmt &S) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
    return Operator->getOperator() == OO_LessLess;
  const auto *Call = dyn_cast<CallExpr>(&S);
  return Call && isLogName(calledName(*Call));
}

class BodyReader {
public:
  BodyReader(const CXXCatchStmt &Catch, const Stmt &Function,
             ASTContext &Context)
      : Catch(Catch), Function(Function), Context(Context),
        SM(Context.getSourceManager()) {}

  Handling read() {
    walk(Catch.getHandlerBlock(), [this](const Stmt &S) { return visit(S); });
    return Strongest;
  }

private:
  bool visit(const Stmt &S) {
    if (isa<CXXThrowExpr>(S))
      return found(Handling::Rethrows);
    if (isLogCall(S))
      return false;
    if (isa<ReturnStmt, CoreturnStmt, BreakStmt, GotoStmt>(S))
      found(Handling::Leaves);
    if (asks(S))
      found(Handling::Asks);
    if (const auto *E = dyn_cast<Expr>(&S))
      visitExpression(*E);
    return Strongest != Handling::Rethrows;
  }

  void visitExpression(const Expr &E) {
    if (const auto *Call = dyn_cast<CallExpr>(&E)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      if (isRethrowingName(calledName(E)) ||
          (Callee && (Callee->isNoReturn() || throwsAgain(*Callee))))
        found(Handling::Rethrows);
    }
    if (isCurrentException(E) && isUsed(E, 4))
      found(Handling::Keeps);
    if (isKeepingName(calledName(E)) && takesTheException(E))
      found(Handling::Keeps);
  }

  /// A function of the same file that deals with the current exception.
  bool throwsAgain(const FunctionDecl &Callee) const {
    const FunctionDecl *Definition = nullptr;
    const Stmt *Body = Callee.getBody(Definition);
    if (!Body || SM.getFileID(SM.getExpansionLoc(Definition->getBeginLoc())) !=
                     SM.getFileID(SM.getExpansionLoc(Catch.getCatchLoc())))
      return false;
    return anyBelow(Body, [](const Stmt &S) {
      const auto *Throw = dyn_cast<CXXThrowExpr>(&S);
      return Throw && !Throw->getSubExpr();
    });
  }

  bool takesTheException(const Expr &Call) const {
    const VarDecl *Exception = Catch.getExceptionDecl();
    return Exception &&
           llvm::any_of(writtenArguments(Call), [&](const Expr *A) {
             const auto *Ref = dyn_cast<DeclRefExpr>(strip(A));
             return Ref && Ref->getDecl() == Exception;
           });
  }

  static bool asks(const Stmt &S) {
    if (const auto *Cast = dyn_cast<CXXDynamicCastExpr>(&S)) {
      const CXXRecordDecl *To = Cast->getType()->getPointeeCXXRecordDecl();
      if (!To)
        To = Cast->getType()->getAsCXXRecordDecl();
      return To && To->getIdentifier();
    }
    if (const auto *Call = dyn_cast<CallExpr>(&S))
      if (calledName(*Call) == "code")
        return true;
    return asksForCancellation(S);
  }

  /// Whether something is done with the capture, or the variable, \p E.
  bool isUsed(const Expr &E, unsigned Depth) const {
    DynTypedNode Node = DynTypedNode::create(E);
    while (true) {
      const DynTypedNodeList Parents = Context.getParents(Node);
      if (Parents.empty())
        return false;
      const DynTypedNode Below = Node;
      Node = Parents[0];
      if (const auto *Var = Node.get<VarDecl>())
        return isVariableUsed(*Var, Depth);
      const auto *S = Node.get<Stmt>();
      if (!S || isLogCall(*S))
        return false;
      if (isa<ReturnStmt, CoreturnStmt, CoroutineSuspendExpr, LambdaExpr,
              CXXThrowExpr>(S))
        return true;
      if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(S)) {
        if (Assign->getOperator() != OO_Equal)
          return Assign->getOperator() == OO_Call;
        return Below.get<Stmt>() != Assign->getArg(0) &&
               isTargetUsed(*Assign->getArg(0), Depth);
      }
      if (const auto *Assign = dyn_cast<BinaryOperator>(S))
        return Assign->isAssignmentOp() &&
               Below.get<Stmt>() == Assign->getRHS() &&
               isTargetUsed(*Assign->getLHS(), Depth);
      if (isa<CallExpr>(S))
        return true;
      if (!isa<Expr>(S))
        return false;
    }
  }

  bool isTargetUsed(const Expr &Target, unsigned Depth) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(strip(&Target));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return !Var || isVariableUsed(*Var, Depth);
  }

  bool isVariableUsed(const VarDecl &Var, unsigned Depth) const {
    if (!Var.hasLocalStorage() || Var.getType()->isReferenceType() ||
        Depth == 0)
      return true;
    const Stmt &Block = *Catch.getHandlerBlock();
    const bool Inside =
        !SM.isBeforeInTranslationUnit(Var.getBeginLoc(), Block.getBeginLoc());
    const Stmt &Region = Inside ? Block : Function;
    return anyBelow(&Region, [&](const Stmt &S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(&S);
      if (!Ref || Ref->getDecl() != &Var)
        return false;
      if (Inside)
        return isUsed(*Ref, Depth - 1);
      return SM.isBeforeInTranslationUnit(Block.getEndLoc(),
                                          Ref->getBeginLoc());
    });
  }

  bool found(Handling H) {
    const auto Rank = [](Handling Each) {
      switch (Each) {
      case Handling::Ignores:
        return 0;
      case Handling::Leaves:
        return 1;
      case Handling::Asks:
        return 2;
      case Handling::Keeps:
        return 3;
      case Handling::Rethrows:
        return 4;
      }
      return 0;
    };
    if (Rank(H) > Rank(Strongest))
      Strongest = H;
    return false;
  }

  const CXXCatchStmt &Catch;
  const Stmt &Function;
  ASTContext &Context;
  const SourceManager &SM;
  Handling Strongest = Handling::Ignores;
};

} // namespace

bool asksForCancellation(const Stmt &S) {
  const auto Asks = [](const NamedDecl *D) {
    return D && D->getIdentifier() && isCancellationQuery(D->getName());
  };
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    return Asks(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(&S))
    return Asks(Member->getMemberDecl());
  if (const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(&S)) {
    const IdentifierInfo *II = Member->getMember().getAsIdentifierInfo();
    return II && isCancellationQuery(II->getName());
  }
  if (const auto *Lookup = dyn_cast<OverloadExpr>(&S)) {
    const IdentifierInfo *II = Lookup->getName().getAsIdentifierInfo();
    return II && isCancellationQuery(II->getName());
  }
  return false;
}

Handling handlingOf(const CXXCatchStmt &Catch, const Stmt &Function,
                    ASTContext &Context) {
  return BodyReader(Catch, Function, Context).read();
}

} // namespace async_tidy
