// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Surroundings.h. The walk is a small state machine over parents: first
// expressions, then statements and declarations, then functions outward.
// Longer than 300 lines because the walk is one state machine, which is
// easier to follow in one file.

#include "Surroundings.h"

#include "../core/Words.h"
#include "Rethrow.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

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

bool isUnevaluatedOperator(const Stmt &S) {
  if (const auto *TypeId = dyn_cast<CXXTypeidExpr>(&S))
    return !TypeId->isPotentiallyEvaluated();
  return isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S);
}

class Walk {
public:
  Walk(ASTContext &Context, const Expr &Site, const Resolved &Row,
       const ChildList &Children, const Resolver &Rows, const ExtraWords &Words)
      : Context(Context), Site(Site), Row(Row), Children(Children), Rows(Rows),
        Words(Words), Node(DynTypedNode::create(Site)) {}

  Surroundings run() {
    while (up()) {
      if (const auto *S = Node.get<Stmt>())
        visit(*S);
      else if (const auto *D = Node.get<Decl>())
        visit(*D);
      else if (Node.get<TypeLoc>()) // decltype(...), array bounds
        Out.Runs = Evaluation::Unevaluated;
      if (Out.Runs == Evaluation::Unevaluated || Out.Whole)
        break;
    }
    return std::move(Out);
  }

private:
  /// Steps to the parent. A co_await shares its operand with the code that
  /// the compiler makes of it; the written co_await is the parent that counts.
  bool up() {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return false;
    Below = Node;
    Node = Parents[0];
    for (const DynTypedNode &P : Parents)
      if (P.get<CoawaitExpr>() || P.get<DependentCoawaitExpr>() ||
          P.get<CoyieldExpr>())
        Node = P;
    return true;
  }

  void visit(const Stmt &S) {
    if (isUnevaluatedOperator(S)) {
      Out.Runs = Evaluation::Unevaluated;
      return;
    }
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
      return leaveLambda(*Lambda);
    if (!InExpression) {
      if (!Rethrows && isa<CompoundStmt>(S))
        Rethrows = rethrowFollows(cast<CompoundStmt>(S), Below, Site, Context);
      if (CameFromLambda)
        leaveThroughExpression(S);
      return;
    }
    if (const auto *E = dyn_cast<Expr>(&S)) {
      Out.Statement = E->getSourceRange();
      return visitExpression(*E);
    }
    leaveExpression(S);
  }

  /// A node of the full expression that the call is part of.
  void visitExpression(const Expr &E) {
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
      return visitAroundAwaitable(E);
    }
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E);
        Cast && Cast->getType()->isVoidType())
      return;
    Out.Result = Use::Used;
  }

  /// Something is done with the awaitable before anybody awaits it.
  void visitAroundAwaitable(const Expr &E) {
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E);
        Cast && Cast->getType()->isVoidType())
      return;
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
    if (Outer && !Wrapped &&
        ((Outer.Row == Row.Row && Row.Row->Form == Shape::Operator &&
          isLeftOperand(E)) ||
         Row.Row->Facts.Kind == Role::Builder)) {
      Out.Whole = &E;
      return;
    }
    Wrapped = true;
    if (isWaitWithDeadline(Name))
      return bound(DeadlineSource::Behind);
    if (Outer)
      return visitOuterCall(E, Outer);
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
        Operator && Operator->getOperator() == OO_Pipe && isLeftOperand(E)) {
      const Expr &Adaptor = *strip(Operator->getArg(1));
      const Deadline D = deadlineOf(Adaptor, Rows);
      if (D == Deadline::Cancelling ||
          (D == Deadline::None && isTimerName(calledName(Adaptor))))
        bound(DeadlineSource::Behind);
    }
  }

  void visitOuterCall(const Expr &E, const Resolved &Outer) {
    const RowFacts &Facts = Outer.Row->Facts;
    if (Facts.Kind == Role::Timeout) {
      const bool OnAwaitable = isa<CXXMemberCallExpr>(E);
      if (Facts.Bound == Deadline::Cancelling)
        bound(OnAwaitable ? DeadlineSource::Behind : DeadlineSource::Around);
      else if (Facts.Bound == Deadline::Orphaning &&
               Out.Deadline == DeadlineSource::None)
        Out.Deadline = DeadlineSource::OrphaningOnly;
      return;
    }
    if (Facts.Kind != Role::Race)
      return;
    Anchors Unused;
    for (const Expr *Sibling : findChildren(E, Outer, Rows, Unused).Exprs)
      if (isTimer(*Sibling))
        bound(Facts.OnSuccess == Siblings::Cancelled &&
                      Facts.When == Resumes::AfterAll
                  ? DeadlineSource::RacingTimer
                  : DeadlineSource::OrphaningOnly);
  }

  void bound(DeadlineSource D) {
    if (Out.Deadline == DeadlineSource::None ||
        Out.Deadline == DeadlineSource::OrphaningOnly)
      Out.Deadline = D;
  }

  bool isLeftOperand(const Expr &E) const {
    const auto *Operator = dyn_cast<CallExpr>(&E);
    const auto *Child = Below.get<Stmt>();
    return Operator && Operator->getNumArgs() == 2 &&
           Child == Operator->getArg(0);
  }

  /// The first node above the full expression.
  void leaveExpression(const Stmt &S) {
    InExpression = false;
    if (!Out.Statement.isValid())
      Out.Statement = Site.getSourceRange();
    if (isa<DeclStmt, ReturnStmt, CoreturnStmt>(S))
      Out.Statement = S.getSourceRange();
    const bool IsValue =
        isa<ReturnStmt, CoreturnStmt, DeclStmt>(S) || isCondition(S);
    if (Awaited) {
      if (IsValue)
        Out.Result = Use::Used;
    } else {
      Out.Result =
          IsValue || Wrapped ? Use::AwaitableStored : Use::AwaitableDropped;
    }
    if (!Rethrows && isa<CompoundStmt>(S))
      Rethrows = rethrowFollows(cast<CompoundStmt>(S), Below, Site, Context);
  }

  bool isCondition(const Stmt &S) const {
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

  void visit(const Decl &D) {
    if (const auto *Var = dyn_cast<VarDecl>(&D)) {
      if (InExpression) {
        InExpression = false;
        Out.Statement = Var->getSourceRange();
        Out.Result = Awaited ? Use::Used : Use::AwaitableStored;
        if (!Awaited && boundedInNextStatement(*Var))
          bound(DeadlineSource::Behind);
      } else if (CameFromLambda) {
        nameRegion(Var->getName(), Region::CleanupFunction);
        CameFromLambda = false;
      }
      return;
    }
    if (const auto *Field = dyn_cast<FieldDecl>(&D)) {
      if (CameFromLambda)
        nameRegion(Field->getName(), Region::CleanupFunction);
      InExpression = CameFromLambda = false;
      return;
    }
    if (const auto *Function = dyn_cast<FunctionDecl>(&D))
      leaveFunction(*Function);
  }

  void leaveFunction(const FunctionDecl &Function) {
    // The call operator of a lambda; its LambdaExpr comes next.
    const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
    const bool IsLambda = Method && Method->getParent()->isLambda();
    Out.InInstantiation |= Function.isTemplateInstantiation();
    endStatements();
    for (const ParmVarDecl *P : Function.parameters())
      if (isDeadlineName(P->getName()) && passedToWork(*P))
        bound(DeadlineSource::PassedOn);
    if (!Out.Enclosing)
      Out.Enclosing = &Function;
    if (IsLambda)
      return;
    if (Out.Function.empty())
      Out.Function = Function.getNameAsString();
    if (isa<CXXDestructorDecl>(Function))
      setRegion(Region::Destructor, Function.getNameAsString());
    else if (const IdentifierInfo *II = Function.getIdentifier())
      nameRegion(II->getName(), Region::CleanupFunction);
  }

  void leaveLambda(const LambdaExpr &Lambda) {
    endStatements();
    InExpression = false;
    CameFromLambda = true;
    Out.InInstantiation |= Lambda.getCallOperator()->isTemplateInstantiation();
    for (const ParmVarDecl *P : Lambda.getCallOperator()->parameters())
      if (isDeadlineName(P->getName()) && passedToWork(*P))
        bound(DeadlineSource::PassedOn);
    // SCOPE_EXIT { ... }: the macro wrote the lambda's introducer.
    const SourceLocation Begin = Lambda.getBeginLoc();
    if (Begin.isMacroID()) {
      const StringRef Macro = Lexer::getImmediateMacroName(
          Begin, Context.getSourceManager(), Context.getLangOpts());
      if (isFinaliserName(Macro))
        setRegion(Region::ScopeGuard, Macro.str());
    }
  }

  /// A lambda is stored in, or passed to, something with a name.
  void leaveThroughExpression(const Stmt &S) {
    if (!isa<Expr>(S)) {
      if (!isa<DeclStmt>(S))
        CameFromLambda = false;
      return;
    }
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
        Assign && Assign->isAssignmentOp()) {
      assignedTo(*Assign->getLHS());
      return;
    }
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
        Assign && Assign->getOperator() == OO_Equal) {
      assignedTo(*Assign->getArg(0));
      return;
    }
    if (!isa<CallExpr, CXXConstructExpr>(S))
      return;
    const auto &Call = cast<Expr>(S);
    const StringRef Name = calledName(Call);
    const auto Args = writtenArguments(Call);
    // with(resource, use, teardown)
    const bool IsTeardown =
        Name == "with" && Args.size() > 2 && Args.back() == Below.get<Expr>();
    if (isFinaliserName(Name) || IsTeardown)
      setRegion(Region::ScopeGuard, Name.str());
    else
      nameRegion(Name, Region::CleanupFunction);
  }

  void assignedTo(const Expr &Target) {
    const Expr *E = strip(&Target);
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      nameRegion(Member->getMemberDecl()->getName(), Region::CleanupFunction);
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(E);
             Ref && Ref->getDecl()->getIdentifier())
      nameRegion(Ref->getDecl()->getName(), Region::CleanupFunction);
  }

  void endStatements() {
    if (Rethrows)
      setRegion(Region::BeforeRethrow, "rethrow");
    Rethrows = false;
    CameFromLambda = false;
  }

  void nameRegion(StringRef Name, Region Kind) {
    if (isCleanupName(Name, Words.Cleanup))
      setRegion(Kind, Name.str());
  }

  /// The innermost reason is kept.
  void setRegion(Region Kind, std::string Name) {
    if (Out.Where != Region::Ordinary)
      return;
    Out.Where = Kind;
    Out.RegionName = std::move(Name);
  }

  /// Whether every child, or an enclosing deadline, is given \p Parameter.
  bool passedToWork(const ParmVarDecl &Parameter) const {
    return !Children.Exprs.empty() &&
           llvm::all_of(Children.Exprs, [&](const Expr *Child) {
             return mentions(*Child, Parameter);
           });
  }

  /// auto all = gather(...); all.wait_for(5s);
  bool boundedInNextStatement(const VarDecl &Var) const;

  ASTContext &Context;
  const Expr &Site;
  const Resolved &Row;
  const ChildList &Children;
  const Resolver &Rows;
  const ExtraWords &Words;
  Surroundings Out;
  DynTypedNode Node;
  DynTypedNode Below;
  bool InExpression = true;    ///< still inside the call's full expression
  bool Awaited = false;        ///< a co_await, or a blocking wait, was passed
  bool Wrapped = false;        ///< another call took the awaitable first
  bool Rethrows = false;       ///< a rethrow follows in this function
  bool CameFromLambda = false; ///< the last function left was a lambda
};

bool Walk::boundedInNextStatement(const VarDecl &Var) const {
  // Var → DeclStmt → CompoundStmt.
  const DynTypedNodeList DeclParents = Context.getParents(Var);
  if (DeclParents.empty())
    return false;
  const auto *Declaration = DeclParents[0].get<DeclStmt>();
  if (!Declaration)
    return false;
  const DynTypedNodeList Blocks = Context.getParents(*Declaration);
  const auto *Block = Blocks.empty() ? nullptr : Blocks[0].get<CompoundStmt>();
  if (!Block)
    return false;
  const auto *Here = llvm::find(Block->body(), Declaration);
  if (Here == Block->body_end() || std::next(Here) == Block->body_end())
    return false;
  return callsOn(**std::next(Here), Var, [this](const Expr &Call) {
    return isWaitWithDeadline(calledName(Call)) ||
           deadlineOf(Call, Rows) == Deadline::Cancelling;
  });
}

} // namespace

Surroundings look(ASTContext &Context, const Expr &Site, const Resolved &Row,
                  const ChildList &Children, const Resolver &Rows,
                  const ExtraWords &Words) {
  return Walk(Context, Site, Row, Children, Rows, Words).run();
}

} // namespace async_tidy
