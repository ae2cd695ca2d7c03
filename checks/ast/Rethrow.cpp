// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Rethrow.h. Both questions look into statements below, never above.

#include "Rethrow.h"

#include "CallParts.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

bool isCaptureName(StringRef Name) {
  return Name == "current_exception" || Name == "get_exception" ||
         Name == "exception_wrapper";
}

bool isRethrowName(StringRef Name) {
  return Name == "rethrow_exception" || Name == "throw_exception" ||
         Name == "co_error" || Name == "return_exception_ptr" ||
         Name == "throwUnlessValue" || Name == "throwIfFailed" ||
         Name == "exception";
}

} // namespace

bool rethrows(const Expr &Call) { return isRethrowName(calledName(Call)); }
bool captures(const Expr &Call) { return isCaptureName(calledName(Call)); }

namespace {

/// Finds a call, without looking into lambdas.
class CallFinder : public RecursiveASTVisitor<CallFinder> {
public:
  explicit CallFinder(llvm::function_ref<bool(const Expr &)> Wanted)
      : Wanted(Wanted) {}
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *E) { return test(*E); }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) { return test(*E); }
  bool Found = false;

private:
  bool test(const Expr &E) {
    Found = Found || Wanted(E);
    return !Found;
  }
  llvm::function_ref<bool(const Expr &)> Wanted;
};

bool containsCall(const Stmt &S,
                  llvm::function_ref<bool(const Expr &)> Wanted) {
  CallFinder Finder(Wanted);
  Finder.TraverseStmt(const_cast<Stmt *>(&S));
  return Finder.Found;
}

/// The outermost block of the function that \p Block belongs to.
const CompoundStmt &functionBody(const CompoundStmt &Block,
                                 ASTContext &Context) {
  const CompoundStmt *Outermost = &Block;
  DynTypedNode Node = DynTypedNode::create(Block);
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return *Outermost;
    Node = Parents[0];
    const auto *S = Node.get<Stmt>();
    if (!S || isa<LambdaExpr>(S))
      return *Outermost;
    if (const auto *Outer = dyn_cast<CompoundStmt>(S))
      Outermost = Outer;
  }
}

} // namespace

bool rethrowFollows(const CompoundStmt &Block, const DynTypedNode &Here,
                    const Expr &Site, ASTContext &Context) {
  const auto *Statement = Here.get<Stmt>();
  const auto *Position = llvm::find(Block.body(), Statement);
  if (!Statement || Position == Block.body_end())
    return false;
  bool Rethrown = false;
  for (const Stmt *Later :
       llvm::make_range(std::next(Position), Block.body_end()))
    Rethrown = Rethrown || containsCall(*Later, [](const Expr &E) {
                 return isRethrowName(calledName(E));
               });
  if (!Rethrown)
    return false;
  // The last capture before the site must not have been rethrown before it.
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Capture;
  SourceLocation Rethrow;
  containsCall(functionBody(Block, Context), [&](const Expr &E) {
    const SourceLocation Loc = E.getBeginLoc();
    if (!SM.isBeforeInTranslationUnit(Loc, Site.getBeginLoc()))
      return false;
    if (captures(E))
      Capture = Loc;
    else if (rethrows(E))
      Rethrow = Loc;
    return false;
  });
  return Capture.isValid() && (Rethrow.isInvalid() ||
                               SM.isBeforeInTranslationUnit(Rethrow, Capture));
}

bool callsOn(const Stmt &S, const ValueDecl &D,
             llvm::function_ref<bool(const Expr &)> Wanted) {
  return containsCall(
      S, [&](const Expr &E) { return Wanted(E) && mentions(E, D); });
}

} // namespace async_tidy
