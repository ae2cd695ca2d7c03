// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ResultFlow.h.

#include "ResultFlow.h"

#include "../core/HandlerWords.h"
#include "CallParts.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The lambda that \p E is, or that the local variable \p E was made from.
const LambdaExpr *lambdaOf(const Expr &E) {
  const Expr *Bare = strip(&E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Bare))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && Var->hasLocalStorage() && Var->getInit())
      Bare = strip(Var->getInit());
  return dyn_cast<LambdaExpr>(Bare);
}

/// Whether \p E can be called: a lambda, a function, a function object.
bool isCallable(const Expr &E) {
  const QualType T = E.getType().getNonReferenceType();
  if (T->isFunctionType() || T->isFunctionPointerType() ||
      T->isMemberFunctionPointerType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return isa<LambdaExpr>(strip(&E)) || T->isDependentType();
  const DeclarationName Call =
      Record->getASTContext().DeclarationNames.getCXXOperatorName(OO_Call);
  return Record->isLambda() || !Record->getDefinition()->lookup(Call).empty();
}

/// What \p Lambda does with what it is called with. `[[maybe_unused]]` and a
/// name like `ignored` or `_` say that not looking is meant.
Inspection inspectionBy(const LambdaExpr &Lambda) {
  const CXXMethodDecl &Call = *Lambda.getCallOperator();
  for (const ParmVarDecl *P : Call.parameters()) {
    if (P->hasAttr<UnusedAttr>())
      return Inspection::HandedOver;
    if (P->getName().empty())
      continue;
    if (isIgnoredName(P->getName()) || mentions(*Lambda.getBody(), *P))
      return Inspection::HandedOver;
  }
  return Inspection::Ignored;
}

/// The callables among the arguments of \p Call, without \p Taken.
SmallVector<const Expr *, 2> callables(const Expr &Call, const Stmt *Taken) {
  SmallVector<const Expr *, 2> Out;
  for (const Expr *Argument : writtenArguments(Call))
    if (Argument != Taken && isCallable(*Argument))
      Out.push_back(Argument);
  return Out;
}

/// What a call of the chain \p Called does.
Inspection inspectionBy(const Expr &Call, const Resolved &Called,
                        const Stmt *Taken) {
  switch (Called.Row->Facts.Results) {
  case Onward::PassedOn:
    return Inspection::Unknown;
  case Onward::Dropped:
    return Inspection::Dropped;
  case Onward::ToCallable: {
    // then(executor, on_success, on_failure)
    for (const Expr *Given : callables(Call, Taken))
      if (const LambdaExpr *Lambda = lambdaOf(*Given))
        return inspectionBy(*Lambda);
    return Inspection::HandedOver;
  }
  }
  return Inspection::HandedOver;
}

/// The declaration that \p E calls, or nullptr.
const Decl *declarationOf(const Expr &E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    return Construct->getConstructor();
  const auto *Call = dyn_cast<CallExpr>(&E);
  return Call ? Call->getCalleeDecl() : nullptr;
}

ResultFlow flowThroughCall(const Expr &E, const Resolved &Called,
                           const Stmt *Taken, const Resolver &Rows) {
  ResultFlow Flow;
  Flow.Taker = calledName(E).str();
  if (Called) {
    Flow.Row = Called.Row;
    if (Called.Row->Facts.Kind == Role::Chain)
      Flow.What = inspectionBy(E, Called, Taken);
    return Flow;
  }
  const Decl *D = declarationOf(E);
  const bool PassesOn = D && (Rows.home(*D) || D->isInStdNamespace()) &&
                        callables(E, Taken).empty();
  if (!PassesOn)
    Flow.What = Inspection::HandedOver;
  return Flow;
}

} // namespace

ResultFlow flowThrough(const Expr &E, const Resolved &Called, const Stmt *Taken,
                       const Resolver &Rows) {
  // gather | then(f): what stands on the right is given the left part later.
  if (const auto *Pipe = dyn_cast<CXXOperatorCallExpr>(&E);
      Pipe && Pipe->getOperator() == OO_Pipe && Taken == Pipe->getArg(0)) {
    const Expr &Adaptor = *strip(Pipe->getArg(1));
    return flowThroughCall(Adaptor, Rows.call(Adaptor), nullptr, Rows);
  }
  if (isa<CallExpr, CXXConstructExpr, CXXUnresolvedConstructExpr>(E))
    return flowThroughCall(E, Called, Taken, Rows);
  return {};
}

} // namespace async_tidy
