// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Obstacles.h.

#include "Obstacles.h"

#include "CallParts.h"
#include "Edits.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace async_tidy {
namespace {

bool hasExplicitTemplateArguments(const Expr &Site) {
  const auto *Call = dyn_cast<CallExpr>(&Site);
  if (!Call)
    return false;
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    return Ref->hasExplicitTemplateArgs();
  if (const auto *Overload = dyn_cast<OverloadExpr>(Callee))
    return Overload->hasExplicitTemplateArgs();
  return false;
}

/// A copy or an alias of a function object has no name of the library.
bool namesThePrimitive(const Expr &Site, const Resolved &Row) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Site);
  if (!Operator || Operator->getOperator() != OO_Call)
    return !isa<CXXMemberCallExpr>(Site) || Row.Row->Form == Shape::Member;
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Operator->getArg(0)));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->isLocalVarDeclOrParm();
}

/// Whether the adapter takes the children of \p Call. What cannot be told, of a
/// template or of an unknown range, is taken.
bool adapterTakes(const AsyncCall &Call, const ChildList &Children,
                  const Resolver &Rows) {
  const AsyncLibrary &Library = *Call.Row.Library;
  const auto IsChild = [](const TypeRow &T) { return T.Child; };
  if (llvm::none_of(Library.Types, IsChild))
    return true;
  return llvm::all_of(Children.Exprs, [&](const Expr *E) {
    QualType T = E->getType().getNonReferenceType();
    if (const QualType Element = elementOf(T); !Element.isNull())
      T = Element;
    else if (Children.Count == async_tidy::Children::Range)
      return true;
    const ResolvedType Type = Rows.type(T);
    return T->isDependentType() || isCallable(*E) ||
           (Type && Type.Library == &Library && Type.Row->Child);
  });
}

} // namespace

EditObstacle obstacleOf(const AsyncCall &Call, const ChildList &Children,
                        const ASTContext &Ctx, const Resolver &Rows) {
  const Expr &Site = *Call.At.Site;
  if (Children.Obstacle != EditObstacle::None)
    return Children.Obstacle;
  if (hasExplicitTemplateArguments(Site))
    return EditObstacle::ExplicitTemplateArguments;
  if (Resolver::indirection(Site) != Indirection::None)
    return EditObstacle::UnsupportedForm;
  if (Call.At.Operators.empty() && !namesThePrimitive(Site, Call.Row))
    return EditObstacle::UnsupportedForm;
  if (!isReadable(Call.At, Ctx))
    return EditObstacle::UnreadableText;
  return Call.Row.Root->Adapter.empty() || !adapterTakes(Call, Children, Rows)
             ? EditObstacle::NoAdapter
             : EditObstacle::None;
}

} // namespace async_tidy
