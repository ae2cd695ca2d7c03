// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Children.h. Forms of passing first, then what children say.
// Longer than 300 lines because the forms of passing children and what
// children say share the same small readers of expressions.

#include "Children.h"

#include "../core/Words.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

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

bool isRange(QualType T) {
  T = T.getNonReferenceType();
  if (T->isArrayType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (hasMember(Record, "begin"))
    return true;
  if (Record && Record->hasDefinition())
    for (const CXXBaseSpecifier &Base : Record->getDefinition()->bases())
      if (isRange(Base.getType()))
        return true;
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

Children countOf(ArrayRef<const Expr *> Exprs) {
  for (const Expr *E : Exprs)
    if (isa<PackExpansionExpr>(E))
      return Children::Unknown;
  if (Exprs.empty())
    return Children::None;
  return Exprs.size() == 1 ? Children::One : Children::Several;
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
  const Expr *Object = strip(Member->getImplicitObjectArgument());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Object))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && Var->hasLocalStorage() && Var->getInit())
      Object = strip(Var->getInit());
  const Resolved Builder = Rows.call(*Object);
  if (!Builder || Builder.Row->Facts.Kind != Role::Builder)
    return;
  Anchors Unused;
  ChildList Built = findChildren(*Object, Builder, Rows, Unused);
  List.Exprs = std::move(Built.Exprs);
  List.Count = Built.Count;
}

/// Whether some expression below is a reference to a declaration.
class MentionFinder : public RecursiveASTVisitor<MentionFinder> {
public:
  explicit MentionFinder(const ValueDecl &D) : Wanted(D.getCanonicalDecl()) {}
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found = Found || E->getDecl()->getCanonicalDecl() == Wanted;
    return !Found;
  }
  bool Found = false;

private:
  const Decl *Wanted;
};

/// Whether \p Argument is an option of a safe gather: `timeout(5s)`, or the
/// object `return_exceptions`.
bool isOption(const Expr &Argument, const CallRow &Row) {
  if (Row.Options.empty())
    return false;
  const Expr *E = strip(&Argument);
  StringRef Name = calledName(*E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E);
      Ref && Ref->getDecl()->getIdentifier())
    Name = Ref->getDecl()->getName();
  return llvm::any_of(Row.Options, [Name](StringRef Option) {
    return Option == Name || Option.rsplit("::").second == Name;
  });
}

/// Calls that only carry the work in one of their arguments.
const Expr *carriedWork(StringRef Name, ArrayRef<const Expr *> Args) {
  if (isCapturingName(Name) || Name == "co_withCancellation")
    return Args.empty() ? nullptr : Args.back();
  if (Name == "co_spawn" || Name == "co_withExecutor" ||
      Name == "co_viaIfAsync" || Name == "schedule_on" || Name == "starts_on" ||
      Name == "on")
    return Args.size() < 2 ? nullptr : Args[1];
  return nullptr;
}

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
    ++First;
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
  const bool OnlyRange = takes(*Row.Row, ChildrenForm::Range) &&
                         !takes(*Row.Row, ChildrenForm::Pack);
  if (Middle.size() == 1 && takes(*Row.Row, ChildrenForm::Range) &&
      (OnlyRange || isRange(Middle[0]->getType())))
    List.Count = Children::Range;
  else
    List.Count = countOf(Middle);
  return List;
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

SmallVector<StringRef, 4> namesAlong(const Expr &Child) {
  SmallVector<StringRef, 4> Names;
  const Expr *E = strip(&Child);
  bool SawVariable = false;
  while (E && Names.size() < 16) {
    if (const auto *Expansion = dyn_cast<PackExpansionExpr>(E)) {
      E = strip(Expansion->getPattern());
      continue;
    }
    if (const auto *Await = dyn_cast<CoawaitExpr>(E)) {
      E = strip(Await->getOperand());
      continue;
    }
    // A child made earlier in the same function: auto t = fetch(); f(move(t)).
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (SawVariable || !Var || !Var->hasLocalStorage() || !Var->getInit())
        break;
      SawVariable = true;
      E = strip(Var->getInit());
      continue;
    }
    // sender | adaptor(...)
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() == OO_Pipe) {
      Names.push_back(calledName(*strip(Operator->getArg(1))));
      E = strip(Operator->getArg(0));
      continue;
    }
    const auto *Call = dyn_cast<CallExpr>(E);
    if (!Call)
      break;
    const StringRef Name = calledName(*Call);
    if (!Name.empty())
      Names.push_back(Name);
    // fetch(x).handle_exception(f): go on with fetch(x), if it is a call.
    const Expr *Object = nullptr;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      Object = Member->getImplicitObjectArgument();
    else if (const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(
                 Call->getCallee()->IgnoreParenImpCasts());
             Member && !Member->isImplicitAccess())
      Object = Member->getBase();
    if (Object && isa<CallExpr>(strip(Object))) {
      E = strip(Object);
      continue;
    }
    const Expr *Carried = carriedWork(Name, writtenArguments(*Call));
    E = Carried ? strip(Carried) : nullptr;
  }
  return Names;
}

bool handlesItsFailure(const Expr &Child) {
  return llvm::any_of(namesAlong(Child),
                      [](StringRef Name) { return isCapturingName(Name); });
}

bool isCleanupWork(const Expr &Child, const ExtraWords &Words) {
  const auto Names = namesAlong(Child);
  return !Names.empty() && isCleanupName(Names.back(), Words.Cleanup);
}

Work durationOf(const Expr &Child, const Resolver &Rows,
                const ExtraWords &Words) {
  const Expr *E = strip(&Child);
  const Resolved Row = Rows.call(*E);
  if (Row && Row.Row->Facts.Kind == Role::Io)
    return Work::IoRow;
  const auto Names = namesAlong(Child);
  return !Names.empty() && isLongRunningName(Names.back(), Words.LongRunning)
             ? Work::LongRunningVerb
             : Work::Unknown;
}

bool isTimer(const Expr &Child) {
  for (StringRef Name : namesAlong(Child))
    if (isTimerName(Name))
      return true;
  // timer.async_wait(...): the object is called a timer, or is of such a type.
  const Expr *E = strip(&Child);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXRecordDecl *Record = Member->getRecordDecl();
    return Record && Record->getIdentifier() && isTimerName(Record->getName());
  }
  return false;
}

Deadline deadlineOf(const Expr &E, const Resolver &Rows) {
  const Resolved Row = Rows.call(E);
  return Row && Row.Row->Facts.Kind == Role::Timeout ? Row.Row->Facts.Bound
                                                     : Deadline::None;
}

bool mentions(const Expr &E, const ValueDecl &D) {
  MentionFinder Finder(D);
  Finder.TraverseStmt(const_cast<Expr *>(&E));
  return Finder.Found;
}

} // namespace async_tidy
