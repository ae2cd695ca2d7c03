// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See KeptChildren.h.

#include "KeptChildren.h"

#include "CallParts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// What is copied from: the variable behind a copy, an iterator or an index.
/// A std::move stays.
const Expr *originOf(const Expr &Child) {
  const Expr *E = &Child;
  while (true) {
    E = E->IgnoreUnlessSpelledInSource()->IgnoreParens();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getConstructor()->isCopyConstructor())
      E = Construct->getArg(0);
    else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
             Member &&
             (calledName(*Member) == "begin" || calledName(*Member) == "end"))
      E = Member->getImplicitObjectArgument();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator && Operator->getOperator() == OO_Subscript)
      E = Operator->getArg(0);
    else
      return E;
  }
}

bool canBeCopied(const CXXRecordDecl &Record) {
  for (const CXXConstructorDecl *Constructor : Record.ctors())
    if (Constructor->isCopyConstructor())
      return !Constructor->isDeleted();
  return Record.needsImplicitCopyConstructor() &&
         !Record.defaultedCopyConstructorIsDeleted() &&
         !Record.hasUserDeclaredMoveConstructor();
}

/// Whether \p T is a started future that can be copied, or holds such ones.
bool isSharedFuture(QualType T, const Resolver &Rows) {
  if (const ResolvedType Type = Rows.type(T))
    return Type.Row->Begins == Start::Eager &&
           canBeCopied(*T.getNonReferenceType()->getAsCXXRecordDecl());
  const auto *Container = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Container || Container->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &Element = Container->getTemplateArgs()[0];
  return Element.getKind() == TemplateArgument::Type &&
         Rows.type(Element.getAsType()) &&
         isSharedFuture(Element.getAsType(), Rows);
}

bool isKept(const Expr &Child, const Expr &Site, const FunctionDecl *Around,
            const Resolver &Rows, const SourceManager &SM) {
  const Expr *Origin = originOf(Child);
  if (!Origin->isLValue() || !isSharedFuture(Origin->getType(), Rows))
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(Origin);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Around || Var->getDeclContext() != Around ||
      Var->getType()->isReferenceType())
    return true;
  return Around->getBody() &&
         mentionedBehind(*Around->getBody(), *Var, Site.getEndLoc(), SM);
}

} // namespace

bool areKept(const ChildList &Children, const Expr &Site,
             const FunctionDecl *Around, const Resolver &Rows,
             const ASTContext &Context) {
  return !Children.Exprs.empty() &&
         llvm::all_of(Children.Exprs, [&](const Expr *Child) {
           return isKept(*Child, Site, Around, Rows,
                         Context.getSourceManager());
         });
}

} // namespace async_tidy
