// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AwaitWalk.h.

#include "AwaitWalk.h"

#include "../core/HandlerWords.h"
#include "../core/Predicates.h"
#include "../core/Words.h"
#include "CallParts.h"
#include "ChildWork.h"
#include "ResultFlow.h"
#include "Rethrow.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Members and functions that wait for an awaitable without co_await.
bool isBlockingWait(StringRef Name) {
  return Name == "get" || Name == "wait" || Name == "join" || Name == "value" ||
         Name == "sync_wait" || Name == "blockingWait" || Name == "syncAwait" ||
         Name == "get0" || Name == "sync_wait_r";
}

/// Members that bound the awaitable they are called on.
bool isWaitWithDeadline(StringRef Name) {
  return Name == "wait_for" || Name == "wait_until" || Name == "waitFor" ||
         Name == "getVia" || Name == "waitVia";
}

bool isTransparent(const Stmt &S) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
    return Construct->getNumArgs() == 1 &&
           Construct->getConstructor()->isCopyOrMoveConstructor();
  return isa<ParenExpr, ImplicitCastExpr, MaterializeTemporaryExpr,
             CXXBindTemporaryExpr, ExprWithCleanups, ConstantExpr, FullExpr>(S);
}

bool isLeftOperand(const Expr &E, const DynTypedNode &Below) {
  const auto *Operator = dyn_cast<CallExpr>(&E);
  const auto *Child = Below.get<Stmt>();
  return Operator && Operator->getNumArgs() == 2 &&
         Child == Operator->getArg(0);
}

bool isCondition(const Stmt &S, const DynTypedNode &Below) {
  const auto *Child = Below.get<Stmt>();
  if (const auto *If = dyn_cast<IfStmt>(&S))
    return If->getCond() == Child;
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return While->getCond() == Child;
  if (const auto *Switch = dyn_cast<SwitchStmt>(&S))
    return Switch->getCond() == Child;
  if (const auto *For = dyn_cast<ForStmt>(&S))
    return For->getCond() == Child;
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Do->getCond() == Child;
  return false;
}

} // namespace

AwaitWalk::AwaitWalk(ASTContext &Context, const Expr &Site, const Resolved &Row,
                     const Resolver &Rows, Surroundings &Out)
    : Context(Context), Row(Row), Rows(Rows), Out(Out) {
  // A call that returns no object has waited by itself (hpx::wait_all).
  const QualType T = Site.getType();
  if (!Site.isInstantiationDependent() && !T->isRecordType()) {
    Awaited = true;
    Out.Result = T->isVoidType() ? Use::Waived : Use::Discarded;
  }
}

/// A node of the full expression that the call is part of.
void AwaitWalk::visit(const Expr &E, const DynTypedNode &Below) {
  if (isTransparent(E))
    return;
  if (isa<CoawaitExpr, DependentCoawaitExpr, CoyieldExpr>(E)) {
    if (!Awaited) {
      Awaited = true;
      Out.DirectlyAwaited = !Wrapped;
      Out.Result = Use::Discarded; // until something uses it
      return;
    }
  } else if (!Awaited) {
    return visitAroundAwaitable(E, Below);
  }
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E);
      Cast && Cast->getType()->isVoidType()) {
    Waived = true;
    return;
  }
  Out.Result = Use::Used;
}

/// Something is done with the awaitable before anybody awaits it.
void AwaitWalk::visitAroundAwaitable(const Expr &E, const DynTypedNode &Below) {
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E);
      Cast && Cast->getType()->isVoidType()) {
    Waived = true;
    return;
  }
  const auto *Call = dyn_cast<CallExpr>(&E);
  const StringRef Name = Call ? calledName(*Call) : StringRef();
  if (Name == "move" || Name == "forward")
    return;
  if (isBlockingWait(Name)) {
    Awaited = true;
    Out.Result = Use::Discarded;
    return;
  }
  if (isa<MemberExpr>(E))
    return;
  const Resolved Outer = Rows.call(E);
  // The left part of `a && b && c`, or the builder of a group: the whole
  // chain is one gather.
  if (Outer && Row && !Wrapped &&
      ((Outer.Row == Row.Row && Row.Row->Form == Shape::Operator &&
        isLeftOperand(E, Below)) ||
       Row.Row->Facts.Kind == Role::Builder)) {
    Out.Whole = &E;
    return;
  }
  if (Call && waitsFor(Outer, *Call) == Waits::ForResult) {
    Awaited = true;
    Out.Result = Use::Discarded;
    return;
  }
  Wrapped = true;
  if (Out.Results == Inspection::Unknown)
    noteResults(flowThrough(E, Outer, Below.get<Stmt>(), Rows));
  if (isWaitWithDeadline(Name))
    return bound(DeadlineSource::Behind);
  if (Outer)
    return visitOuterCall(E, Outer);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
      Operator && Operator->getOperator() == OO_Pipe &&
      isLeftOperand(E, Below)) {
    const Expr &Adaptor = *strip(Operator->getArg(1));
    const Deadline D = deadlineOf(Adaptor, Rows);
    if (D == Deadline::Cancelling ||
        (D == Deadline::None && isTimerName(calledName(Adaptor))))
      bound(DeadlineSource::Behind);
  }
}

void AwaitWalk::noteResults(const ResultFlow &Flow) {
  Out.Results = Flow.What;
  Out.Taker = Flow.Taker;
  Out.TakerRow = Flow.Row;
}

void AwaitWalk::visitOuterCall(const Expr &E, const Resolved &Outer) {
  Anchors Unused;
  const auto Siblings = findChildren(E, Outer, Rows, Unused).Exprs;
  const Variant *Special = Rows.variant(Outer, E, Siblings);
  const RowFacts &Facts = Special ? Special->Facts : Outer.Row->Facts;
  if (Facts.Kind == Role::Timeout) {
    const bool OnAwaitable = isa<CXXMemberCallExpr>(E);
    if (Facts.Bound == Deadline::Cancelling)
      bound(OnAwaitable ? DeadlineSource::Behind : DeadlineSource::Around);
    else if (Facts.Bound == Deadline::Orphaning &&
             Out.Deadline == DeadlineSource::None)
      Out.Deadline = DeadlineSource::OrphaningOnly;
    return;
  }
  if (Facts.Kind != Role::Race && !endsWithFirst(Facts))
    return;
  if (llvm::any_of(Siblings, [](const Expr *S) { return isTimer(*S); }))
    bound(endsWithFirst(Facts) ? DeadlineSource::RacingTimer
                               : DeadlineSource::OrphaningOnly);
}

void AwaitWalk::bound(DeadlineSource D) {
  if (Out.Deadline == DeadlineSource::None ||
      Out.Deadline == DeadlineSource::OrphaningOnly)
    Out.Deadline = D;
}

void AwaitWalk::leave(const Stmt &S, const DynTypedNode &Below) {
  const bool IsValue =
      isa<ReturnStmt, CoreturnStmt, DeclStmt>(S) || isCondition(S, Below);
  if (Waived) // (void) speaks for a chain before it, too
    Out.Results = Inspection::Unknown;
  if (Awaited) {
    if (IsValue)
      Out.Result = Use::Used;
    else if (Waived && Out.Result == Use::Discarded)
      Out.Result = Use::Waived;
  } else if (IsValue || Wrapped) {
    Out.Result = Use::AwaitableStored;
  } else {
    Out.Result = Waived ? Use::Waived : Use::AwaitableDropped;
  }
}

void AwaitWalk::leave(const VarDecl &Var) {
  Out.Result = Awaited ? Use::Used : Use::AwaitableStored;
  if (!Awaited && Var.hasLocalStorage())
    Out.KeptIn = &Var;
  if (Awaited && Out.Results == Inspection::Unknown)
    Out.Results = inspectionOf(Var);
  else if (boundedInNextStatement(Var))
    bound(DeadlineSource::Behind);
}

/// The statements behind the declaration of \p Var in its block.
llvm::ArrayRef<Stmt *> AwaitWalk::behind(const VarDecl &Var) const {
  // Var → DeclStmt → CompoundStmt.
  const DynTypedNodeList DeclParents = Context.getParents(Var);
  const auto *Declaration =
      DeclParents.empty() ? nullptr : DeclParents[0].get<DeclStmt>();
  if (!Declaration)
    return {};
  const DynTypedNodeList Blocks = Context.getParents(*Declaration);
  const auto *Block = Blocks.empty() ? nullptr : Blocks[0].get<CompoundStmt>();
  if (!Block)
    return {};
  const auto *Here = llvm::find(Block->body(), Declaration);
  if (Here == Block->body_end())
    return {};
  return {const_cast<Stmt **>(std::next(Here)),
          const_cast<Stmt **>(Block->body_end())};
}

/// auto all = gather(...); all.wait_for(5s);
bool AwaitWalk::boundedInNextStatement(const VarDecl &Var) const {
  const llvm::ArrayRef<Stmt *> Behind = behind(Var);
  return !Behind.empty() &&
         callsOn(*Behind.front(), Var, [this](const Expr &Call) {
           return isWaitWithDeadline(calledName(Call)) ||
                  deadlineOf(Call, Rows) == Deadline::Cancelling;
         });
}

Inspection AwaitWalk::inspectionOf(const VarDecl &Var) const {
  const auto *Parts = dyn_cast<DecompositionDecl>(&Var);
  const auto IsMeant = [](const ValueDecl *D) {
    return D->hasAttr<UnusedAttr>() || isIgnoredName(D->getName());
  };
  // In broken code the reader may be among what clang could not parse.
  if (Context.getDiagnostics().hasErrorOccurred() ||
      Var.hasAttr<UnusedAttr>() ||
      (Parts ? llvm::all_of(Parts->bindings(), IsMeant) : IsMeant(&Var)))
    return Inspection::Unknown;
  const DynTypedNodeList DeclParents = Context.getParents(Var);
  if (DeclParents.empty() || !DeclParents[0].get<DeclStmt>())
    return Inspection::Unknown;
  const auto IsRead = [this, &Var](const ValueDecl &D) {
    return llvm::any_of(behind(Var),
                        [&D](const Stmt *S) { return mentions(*S, D); });
  };
  if (Parts)
    return llvm::any_of(Parts->bindings(),
                        [&](const BindingDecl *B) { return IsRead(*B); })
               ? Inspection::Read
               : Inspection::NeverRead;
  return IsRead(Var) ? Inspection::Read : Inspection::NeverRead;
}

} // namespace async_tidy
