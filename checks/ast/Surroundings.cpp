// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Surroundings.h. The walk is a small state machine over parents: first
// expressions, then statements and declarations, then functions outward.

#include "Surroundings.h"

#include "../core/Words.h"
#include "AwaitWalk.h"
#include "CallParts.h"
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

bool isUnevaluatedOperator(const Stmt &S) {
  if (const auto *TypeId = dyn_cast<CXXTypeidExpr>(&S))
    return !TypeId->isPotentiallyEvaluated();
  return isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S);
}

class Walk {
public:
  Walk(ASTContext &Context, const Expr &Site, const Resolved &Row,
       const ChildList &Children, const Resolver &Rows, const ExtraWords &Words)
      : Context(Context), Site(Site), Children(Children), Words(Words),
        Expression(Context, Site, Row, Rows, Out),
        Node(DynTypedNode::create(Site)) {}

  Surroundings run() {
    while (up()) {
      if (const auto *S = Node.get<Stmt>())
        visit(*S);
      else if (const auto *D = Node.get<Decl>())
        visit(*D);
      else if (Node.get<TypeLoc>() && !LeftParameter) // decltype(...), bounds
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
      noteRethrow(S);
      if (CameFromLambda)
        leaveThroughExpression(S);
      return;
    }
    if (const auto *E = dyn_cast<Expr>(&S))
      return Expression.visit(*E, Below);
    InExpression = false;
    Expression.leave(S, Below);
    noteRethrow(S);
  }

  void noteRethrow(const Stmt &S) {
    if (!Rethrows && isa<CompoundStmt>(S))
      Rethrows = rethrowFollows(cast<CompoundStmt>(S), Below, Site, Context);
  }

  void visit(const Decl &D) {
    LeftParameter |= isa<ParmVarDecl>(D);
    if (const auto *Var = dyn_cast<VarDecl>(&D)) {
      if (InExpression) {
        InExpression = false;
        Expression.leave(*Var);
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
        Expression.bound(DeadlineSource::PassedOn);
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
        Expression.bound(DeadlineSource::PassedOn);
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
    // work([] { ... }).finally(...): the lambda is not what finally is given.
    if (isa<MemberExpr>(S)) {
      CameFromLambda = false;
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

  ASTContext &Context;
  const Expr &Site;
  const ChildList &Children;
  const ExtraWords &Words;
  Surroundings Out;
  AwaitWalk Expression;
  DynTypedNode Node;
  DynTypedNode Below;
  bool InExpression = true; ///< still inside the call's full expression
  /// A default argument was left: the parents of a parameter are the parts of
  /// its function's type, which says nothing of evaluation.
  bool LeftParameter = false;
  bool Rethrows = false;       ///< a rethrow follows in this function
  bool CameFromLambda = false; ///< the last function left was a lambda
};

/// auto all = gather(...); co_await std::move(all).unit();
/// What is done where the variable is mentioned, if that is one place, is done
/// to the results.
void followVariable(ASTContext &Context, const Resolver &Rows,
                    const ExtraWords &Words, Surroundings &Out) {
  if (!Out.KeptIn || Out.Results != Inspection::Unknown || !Out.Enclosing ||
      !Out.Enclosing->getBody() || Context.getDiagnostics().hasErrorOccurred())
    return;
  const DeclRefExpr *Mention =
      onlyMention(*Out.Enclosing->getBody(), *Out.KeptIn);
  if (!Mention)
    return;
  const Resolved NoRow;
  const ChildList NoChildren;
  Surroundings There =
      Walk(Context, *Mention, NoRow, NoChildren, Rows, Words).run();
  if (There.Results == Inspection::Unknown && There.Result == Use::Discarded)
    There.Results = Inspection::NeverRead;
  Out.Results = There.Results;
  Out.Taker = std::move(There.Taker);
  Out.TakerRow = There.TakerRow;
}

} // namespace

Surroundings look(ASTContext &Context, const Expr &Site, const Resolved &Row,
                  const ChildList &Children, const Resolver &Rows,
                  const ExtraWords &Words) {
  Surroundings Out = Walk(Context, Site, Row, Children, Rows, Words).run();
  followVariable(Context, Rows, Words, Out);
  return Out;
}

} // namespace async_tidy
