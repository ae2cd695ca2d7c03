// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Children.h.

#include "Children.h"

#include "CallParts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

bool takes(const CallRow &Row, ChildrenForm Form) {
  return llvm::is_contained(Row.Takes, Form);
}

bool hasMember(const CXXRecordDecl *Record, StringRef Name) {
  if (!Record || !Record->hasDefinition())
    return false;
  for (const Decl *D : Record->getDefinition()->decls()) {
    const auto *Named = dyn_cast<NamedDecl>(D);
    if (Named && Named->getIdentifier() && Named->getName() == Name)
      return true;
  }
  return false;
}

bool isIterator(QualType T) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  for (const CXXMethodDecl *M : Record->getDefinition()->methods())
    if (M->getOverloadedOperator() == OO_PlusPlus)
      return true;
  return false;
}

bool isRange(QualType T) {
  T = T.getNonReferenceType();
  if (T->isArrayType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  // std::pair of iterators, as stlab takes them.
  if (const auto *Pair =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
      Pair && Pair->isInStdNamespace() && Pair->getName() == "pair")
    return isIterator(Pair->getTemplateArgs()[0].getAsType());
  if (hasMember(Record, "begin"))
    return true;
  if (Record && Record->hasDefinition())
    for (const CXXBaseSpecifier &Base : Record->getDefinition()->bases())
      if (isRange(Base.getType()))
        return true;
  return false;
}

Children countOf(ArrayRef<const Expr *> Exprs) {
  for (const Expr *E : Exprs)
    if (isa<PackExpansionExpr>(E))
      return Children::Unknown;
  if (Exprs.empty())
    return Children::None;
  return Exprs.size() == 1 ? Children::One : Children::Several;
}

/// The children that the only argument \p E of a primitive with ranges holds.
/// In a template, or where the code does not compile, its type may be unknown:
/// then it may be a range.
Children countOfOne(const Expr &E, const CallRow &Row) {
  if (!takes(Row, ChildrenForm::Pack) || isRange(E.getType()))
    return Children::Range;
  const QualType T = E.getType().getNonReferenceType();
  return isa<PackExpansionExpr>(E) || T->isDependentType() || !T->isRecordType()
             ? Children::Unknown
             : Children::One;
}

/// Operands of `a && b && c`, left to right. Only the left side is followed:
/// a chain on the right is a gather of its own, whose result nests.
void flattenChain(const Expr &Site, const Resolved &Row, const Resolver &Rows,
                  ChildList &List, Anchors &At) {
  const auto &Call = cast<CallExpr>(Site);
  const Expr *Left = Call.getArg(0);
  const Expr *Inner = Left->IgnoreUnlessSpelledInSource();
  SmallVector<SourceRange, 2> Parens;
  while (const auto *P = dyn_cast<ParenExpr>(Inner)) {
    Parens.push_back(P->getSourceRange());
    Inner = P->getSubExpr()->IgnoreUnlessSpelledInSource();
  }
  if (Rows.call(*Inner).Row == Row.Row) {
    flattenChain(*Inner, Row, Rows, List, At);
    At.InnerParens.append(Parens);
  } else {
    List.Exprs.push_back(Left);
  }
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Site);
  At.Operators.push_back(Operator ? Operator->getOperatorLoc()
                                  : Call.getExprLoc());
  if (!Operator) // operator&&(a, b)
    List.Obstacle = EditObstacle::UnsupportedForm;
  if (Call.getNumArgs() > 1) // +promise, a.operator&&(b)
    List.Exprs.push_back(Call.getArg(1));
}

/// g.async_wait(...): the children went into the object, either right here or
/// where the local variable is initialised.
void findInObject(const Expr &Site, const Resolver &Rows, ChildList &List) {
  List.Obstacle = EditObstacle::UnsupportedForm;
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Site);
  if (!Member)
    return;
  const Expr &Object = origin(*Member->getImplicitObjectArgument());
  const Resolved Builder = Rows.call(Object);
  if (!Builder || Builder.Row->Facts.Kind != Role::Builder)
    return;
  Anchors Unused;
  ChildList Built = findChildren(Object, Builder, Rows, Unused);
  List.Exprs = std::move(Built.Exprs);
  List.Count = Built.Count;
}

/// Whether \p Argument is an option of a safe gather: `timeout(5s)`, or the
/// object `return_exceptions`.
bool isOption(const Expr &Argument, const CallRow &Row) {
  if (Row.Options.empty())
    return false;
  const StringRef Name = mentionedName(Argument);
  return llvm::any_of(Row.Options, [Name](StringRef Option) {
    return Option == Name || Option.rsplit("::").second == Name;
  });
}

bool isMoveOnly(QualType T) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  // A container says that it can be copied whatever it holds.
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (Special && isRange(T) && Special->getTemplateArgs().size() > 0 &&
      Special->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
    return isMoveOnly(Special->getTemplateArgs()[0].getAsType());
  for (const CXXConstructorDecl *Constructor : Record->ctors())
    if (Constructor->isCopyConstructor())
      return Constructor->isDeleted();
  return Record->hasUserDeclaredMoveConstructor() ||
         Record->hasUserDeclaredMoveAssignment() ||
         Record->defaultedCopyConstructorIsDeleted();
}

/// Whether a library that takes children by reference was given one that
/// safe_gather, which takes them by value, would need a std::move for. Whether
/// the program can spare the object is not ours to say.
bool hasBorrowedChild(ArrayRef<const Expr *> Children) {
  return llvm::any_of(Children, [](const Expr *Child) {
    return Child->isLValue() && isMoveOnly(Child->getType());
  });
}

} // namespace

ChildList findChildren(const Expr &Site, const Resolved &Row,
                       const Resolver &Rows, Anchors &At) {
  ChildList List;
  if (Resolver::indirection(Site) == Indirection::Apply) {
    List.Obstacle = EditObstacle::UnsupportedForm; // children in a tuple
    return List;
  }
  if (Row.Row->Form == Shape::Operator) {
    flattenChain(Site, Row, Rows, List, At);
    List.Count = countOf(List.Exprs);
    return List;
  }
  if (takes(*Row.Row, ChildrenForm::Object)) {
    findInObject(Site, Rows, List);
    return List;
  }

  const SmallVector<const Expr *, 6> Args = writtenArguments(Site);
  unsigned First = Row.Row->FirstChild;
  while (First < Args.size() && isOption(*Args[First], *Row.Row))
    List.Options.push_back(Args[First++]);
  const unsigned Trailing = Row.Row->TrailingArguments;
  if (Args.size() < First + Trailing) {
    List.Obstacle = EditObstacle::UnsupportedForm;
    return List;
  }
  if (Row.Row->FirstChild + Trailing != 0 || Row.Row->Executor)
    List.Obstacle = EditObstacle::ExecutorArgument;
  const ArrayRef<const Expr *> Middle =
      ArrayRef<const Expr *>(Args).slice(First, Args.size() - First - Trailing);

  if (takes(*Row.Row, ChildrenForm::Single)) {
    const auto Only = Middle.take_front(1);
    List.Exprs.assign(Only.begin(), Only.end());
    List.Count = countOf(Only);
    return List;
  }
  const bool SameTypes =
      Middle.size() == 2 &&
      Middle[0]->getType().getNonReferenceType().getCanonicalType() ==
          Middle[1]->getType().getNonReferenceType().getCanonicalType();
  if (takes(*Row.Row, ChildrenForm::IteratorPair) && Middle.size() == 2 &&
      isIterator(Middle[0]->getType()) &&
      (SameTypes || Middle[1]->getType()->isIntegerType())) {
    List.Exprs.assign(Middle.begin(), Middle.end());
    List.Count = Children::Range;
    List.Obstacle = EditObstacle::UnsupportedForm;
    return List;
  }
  if (takes(*Row.Row, ChildrenForm::RangeAndCallable)) {
    List.Exprs.assign(Middle.begin(), Middle.end());
    List.Count = Children::Range;
    List.Obstacle = EditObstacle::UnsupportedForm;
    return List;
  }
  List.Exprs.assign(Middle.begin(), Middle.end());
  if (hasBorrowedChild(Middle))
    List.Obstacle = EditObstacle::UnsupportedForm;
  List.Count = Middle.size() == 1 && takes(*Row.Row, ChildrenForm::Range)
                   ? countOfOne(*Middle[0], *Row.Row)
                   : countOf(Middle);
  return List;
}

} // namespace async_tidy
