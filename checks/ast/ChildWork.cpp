// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ChildWork.h.

#include "ChildWork.h"

#include "../core/Words.h"
#include "CallParts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

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
    return Record && Record->getIdentifier() &&
           isTimerTypeName(Record->getName());
  }
  return false;
}

Deadline deadlineOf(const Expr &E, const Resolver &Rows) {
  const Resolved Row = Rows.call(E);
  return Row && Row.Row->Facts.Kind == Role::Timeout ? Row.Row->Facts.Bound
                                                     : Deadline::None;
}

Waits waitsFor(const Resolved &Row, const CallExpr &Call) {
  if (!Row || Row.Row->Facts.Kind != Role::Wait ||
      Row.Row->Facts.Bound != Deadline::None)
    return Waits::No;
  const bool OnObject = isa<CXXMemberCallExpr>(Call) &&
                        Row.Row->Takes == std::vector{ChildrenForm::Object};
  if (!OnObject && writtenArguments(Call).size() != 1)
    return Waits::No;
  return Row.Row->Facts.What == Reports::Nothing ? Waits::ForEnd
                                                 : Waits::ForResult;
}

} // namespace async_tidy
