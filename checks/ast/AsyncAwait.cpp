// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncAwait.h. Most coroutines rethrow nothing and are left after one
// walk over their body.

#include "AsyncAwait.h"

#include "../core/Predicates.h"
#include "BodyWalk.h"
#include "CallParts.h"
#include "ChildWork.h"
#include "Rethrow.h"
#include "Surroundings.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::SmallVector;

namespace async_tidy {
namespace {

bool isRethrow(const Stmt &S) {
  const auto *E = dyn_cast<CallExpr>(&S);
  return E && rethrows(*E);
}

bool takesEveryError(const CXXCatchStmt &Catch) {
  const QualType Caught = Catch.getCaughtType();
  if (Caught.isNull())
    return true;
  const CXXRecordDecl *Record =
      Caught.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->getIdentifier() &&
         Resolver::isNamed(*Record, "std::exception");
}

/// Whether a try block around \p E, which does not rethrow the capture itself,
/// keeps every failure in.
bool isGuarded(const Expr &E, ASTContext &Context) {
  DynTypedNode Node = DynTypedNode::create(E);
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return false;
    const DynTypedNode Below = Node;
    Node = Parents[0];
    if (Node.get<Decl>() && !Node.get<VarDecl>())
      return false;
    const auto *Try = Node.get<CXXTryStmt>();
    if (!Try || Below.get<Stmt>() != Try->getTryBlock() ||
        anyBelow(Try->getTryBlock(), isRethrow))
      continue;
    for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
      if (takesEveryError(*Try->getHandler(I)))
        return true;
  }
}

Throwing throwingOf(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  const auto *Type =
      Callee ? Callee->getType()->getAs<FunctionProtoType>() : nullptr;
  // A specification that is not evaluated yet says nothing.
  return Type && !isUnresolvedExceptionSpec(Type->getExceptionSpecType()) &&
                 Type->isNothrow()
             ? Throwing::Never
             : Throwing::Possible;
}

} // namespace

SmallVector<AsyncAwait, 4> awaitsAroundRethrow(const CoroutineBodyStmt &Body,
                                               ASTContext &Context,
                                               const Resolver &Rows,
                                               const ExtraWords &Words) {
  SmallVector<AsyncAwait, 4> Out;
  bool Captures = false;
  bool Rethrows = false;
  SmallVector<const CallExpr *, 8> Awaited;
  walk(Body.getBody(), [&](const Stmt &S) {
    if (const auto *E = dyn_cast<Expr>(&S)) {
      Captures |= captures(*E);
      Rethrows |= rethrows(*E);
    }
    if (const Expr *Operand = awaitedBy(S))
      if (const auto *Call = dyn_cast<CallExpr>(strip(Operand)))
        Awaited.push_back(Call);
    return true;
  });
  if (!Captures || !Rethrows)
    return Out;
  for (const CallExpr *Call : Awaited) {
    const Resolved Row = Rows.call(*Call);
    if (rethrows(*Call) || (Row && isGather(Row.Row->Facts.Kind)))
      continue;
    const Surroundings Around =
        look(Context, *Call, Resolved(), ChildList(), Rows, Words);
    if (!Around.Enclosing ||
        Rows.isImplementation(*Around.Enclosing, Context.getSourceManager()))
      continue;
    AsyncAwait Await;
    Await.Facts.Where = Around.Where;
    Await.Facts.Captured = handlesItsFailure(*Call) || isGuarded(*Call, Context)
                               ? Capture::ByEveryChild
                               : Capture::None;
    Await.Facts.Throws = throwingOf(*Call);
    Await.Site = Call;
    Await.Loc = Call->getExprLoc();
    Await.Callee = calledName(*Call).str();
    Out.push_back(std::move(Await));
  }
  return Out;
}

} // namespace async_tidy
