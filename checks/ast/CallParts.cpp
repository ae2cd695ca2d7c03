// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CallParts.h. Dependent calls have a name, too: that of the lookup.

#include "CallParts.h"

#include "Resolve.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include <limits>

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Whether some expression below is a reference to a declaration.
class MentionFinder : public RecursiveASTVisitor<MentionFinder> {
public:
  MentionFinder(const ValueDecl &D, std::size_t Enough)
      : Wanted(D.getCanonicalDecl()), Enough(Enough) {}
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl()->getCanonicalDecl() == Wanted)
      Found.push_back(E);
    return Found.size() < Enough;
  }
  SmallVector<const DeclRefExpr *, 2> Found; ///< no more than Enough

private:
  const Decl *Wanted;
  std::size_t Enough;
};

} // namespace

const Expr *strip(const Expr *E) {
  while (true) {
    E = E->IgnoreUnlessSpelledInSource()->IgnoreParens();
    const auto *Call = dyn_cast<CallExpr>(E);
    if (Call && Call->getNumArgs() == 1 && !isa<CXXMemberCallExpr>(Call)) {
      const StringRef Name = calledName(*Call);
      if (Name == "move" || Name == "forward") {
        E = Call->getArg(0);
        continue;
      }
    }
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getConstructor()->isCopyOrMoveConstructor()) {
      E = Construct->getArg(0);
      continue;
    }
    return E;
  }
}

SmallVector<const Expr *, 6> writtenArguments(const Expr &Site) {
  SmallVector<const Expr *, 6> Args;
  const auto Add = [&Args](const Expr *E) {
    if (E && !isa<CXXDefaultArgExpr>(E))
      Args.push_back(E);
  };
  if (const auto *Call = dyn_cast<CallExpr>(&Site)) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
    const bool HasObject = (Operator && Operator->getOperator() == OO_Call) ||
                           Resolver::indirection(Site) != Indirection::None;
    for (unsigned I = HasObject ? 1 : 0; I != Call->getNumArgs(); ++I)
      Add(Call->getArg(I));
  } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Site)) {
    for (const Expr *E : Construct->arguments())
      Add(E);
  } else if (const auto *Construct =
                 dyn_cast<CXXUnresolvedConstructExpr>(&Site)) {
    for (const Expr *E : Construct->arguments())
      Add(E);
  }
  return Args;
}

StringRef calledName(const Expr &Call) {
  const auto NameOf = [](const NamedDecl *D) {
    return D && D->getIdentifier() ? D->getName() : StringRef();
  };
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call))
    return NameOf(Construct->getConstructor()->getParent());
  const auto *C = dyn_cast<CallExpr>(&Call);
  if (!C)
    return {};
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(C)) {
    if (Operator->getOperator() != OO_Call)
      return {};
    if (const auto *Ref = dyn_cast<DeclRefExpr>(strip(Operator->getArg(0))))
      return NameOf(Ref->getDecl());
    return {};
  }
  if (const FunctionDecl *Function = C->getDirectCallee())
    return NameOf(Function);
  const Expr *Callee = C->getCallee()->IgnoreParenImpCasts();
  DeclarationName Name;
  if (const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(Callee))
    Name = Member->getMember();
  else if (const auto *Lookup = dyn_cast<OverloadExpr>(Callee))
    Name = Lookup->getName();
  else if (const auto *Scope = dyn_cast<DependentScopeDeclRefExpr>(Callee))
    Name = Scope->getDeclName();
  else if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    return NameOf(Ref->getDecl());
  const IdentifierInfo *II = Name.getAsIdentifierInfo();
  return II ? II->getName() : StringRef();
}

StringRef mentionedName(const Expr &E) {
  const Expr *Bare = strip(&E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Bare))
    return Ref->getDecl()->getIdentifier() ? Ref->getDecl()->getName()
                                           : StringRef();
  return calledName(*Bare);
}

const Expr &origin(const Expr &E) {
  const Expr *Bare = strip(&E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Bare))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && Var->hasLocalStorage() && Var->getInit())
      return *strip(Var->getInit());
  return *Bare;
}

QualType elementOf(QualType T) {
  if (const auto *Array = T->getAsArrayTypeUnsafe())
    return Array->getElementType();
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Special || !Special->getIdentifier() || !Special->isInStdNamespace() ||
      Special->getTemplateArgs().size() == 0 ||
      Special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  const StringRef Name = Special->getName();
  return Name == "vector" || Name == "list" || Name == "deque" ||
                 Name == "array"
             ? Special->getTemplateArgs()[0].getAsType()
             : QualType();
}

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

bool mentions(const Stmt &S, const ValueDecl &D) {
  MentionFinder Finder(D, 1);
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return !Finder.Found.empty();
}

const DeclRefExpr *onlyMention(const Stmt &S, const ValueDecl &D) {
  MentionFinder Finder(D, 2);
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return Finder.Found.size() == 1 ? Finder.Found.front() : nullptr;
}

bool mentionedBehind(const Stmt &S, const ValueDecl &D, SourceLocation Loc,
                     const SourceManager &SM) {
  MentionFinder Finder(D, std::numeric_limits<std::size_t>::max());
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return llvm::any_of(Finder.Found, [&](const DeclRefExpr *Ref) {
    return SM.isBeforeInTranslationUnit(Loc, Ref->getLocation());
  });
}

} // namespace async_tidy
