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
      if (const auto *Lambda = dyn_cast<LambdaExpr>(&origin(*Given)))
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
