// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See UncertainTemplates.h. Names are compared by their last identifier with
// the built-in rows: a team's own rows are of their own functions, whose bodies
// are parsed.

#include "analysis/UncertainTemplates.h"

#include "ast/AsyncLibrary.h"
#include "results/Triggers.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace async_tidy::tool {
namespace {

using namespace clang;

bool isNameOfRow(DeclarationName Name) {
  const IdentifierInfo *II = Name.getAsIdentifierInfo();
  return II && llvm::any_of(LibraryIndex::builtin().calls(II->getName()),
                            [](const RowRef &Each) {
                              return isJudged(Each.Row->Facts.Kind);
                            });
}

/// Reads the body of a template as it was written.
class PatternReader : public RecursiveASTVisitor<PatternReader> {
public:
  explicit PatternReader(bool PassedOn) : PassedOn(PassedOn) {}
  bool Uncertain = false;

  bool VisitCoawaitExpr(CoawaitExpr *) { return found(); }
  bool VisitDependentCoawaitExpr(DependentCoawaitExpr *) { return found(); }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    return named(E->getDecl()->getDeclName());
  }
  bool VisitMemberExpr(MemberExpr *E) {
    return named(E->getMemberDecl()->getDeclName());
  }
  bool VisitOverloadExpr(OverloadExpr *E) { return named(E->getName()); }
  bool VisitCXXDependentScopeMemberExpr(CXXDependentScopeMemberExpr *E) {
    return named(E->getMember());
  }
  bool VisitDependentScopeDeclRefExpr(DependentScopeDeclRefExpr *E) {
    return named(E->getDeclName());
  }
  bool VisitCallExpr(CallExpr *E) { return !unknown(E->getType()) || found(); }
  bool VisitVarDecl(VarDecl *D) {
    return isa<ParmVarDecl>(D) || !unknown(D->getType()) || found();
  }

private:
  bool unknown(QualType T) const { return PassedOn && T->isDependentType(); }
  bool named(DeclarationName Name) { return !isNameOfRow(Name) || found(); }
  bool found() {
    Uncertain = true;
    return false;
  }

  bool PassedOn; ///< others call it, with what only they know
};

/// Collects templates as they were written, and which were instantiated.
class TemplateFinder : public RecursiveASTVisitor<TemplateFinder> {
public:
  explicit TemplateFinder(llvm::function_ref<bool(SourceLocation)> IsReported)
      : IsReported(IsReported) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody())
      return true;
    if (F->isDependentContext()) {
      if (IsReported(F->getLocation()))
        Patterns.push_back(F);
    } else if (const FunctionDecl *From = F->getTemplateInstantiationPattern())
      Instantiated.insert(From->getCanonicalDecl());
    return true;
  }

  bool isUncertain() const {
    return llvm::any_of(Patterns, [this](const FunctionDecl *F) {
      if (Instantiated.contains(F->getCanonicalDecl()))
        return false;
      PatternReader Reader(F->getOverloadedOperator() == OO_Call);
      Reader.TraverseStmt(F->getBody());
      return Reader.Uncertain;
    });
  }

private:
  llvm::function_ref<bool(SourceLocation)> IsReported;
  llvm::SmallVector<const FunctionDecl *, 16> Patterns;
  llvm::DenseSet<const FunctionDecl *> Instantiated;
};

} // namespace

bool holdsUncertainTemplate(
    llvm::ArrayRef<Decl *> Declarations,
    llvm::function_ref<bool(SourceLocation)> IsReported) {
  TemplateFinder Finder(IsReported);
  for (Decl *D : Declarations)
    Finder.TraverseDecl(D);
  return Finder.isUncertain();
}

} // namespace async_tidy::tool
