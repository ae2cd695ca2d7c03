// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncDrop.h.

#include "AsyncDrop.h"

#include "../core/HandlerWords.h"
#include "../core/Predicates.h"
#include "CallParts.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The statements that stand directly in \p S.
SmallVector<const Stmt *, 8> statementsOf(const Stmt &S) {
  SmallVector<const Stmt *, 8> Out;
  if (const auto *Block = dyn_cast<CompoundStmt>(&S))
    Out.append(Block->body_begin(), Block->body_end());
  else if (const auto *If = dyn_cast<IfStmt>(&S))
    Out = {If->getThen(), If->getElse()};
  else if (const auto *For = dyn_cast<ForStmt>(&S))
    Out = {For->getBody()};
  else if (const auto *While = dyn_cast<WhileStmt>(&S))
    Out = {While->getBody()};
  else if (const auto *Do = dyn_cast<DoStmt>(&S))
    Out = {Do->getBody()};
  else if (const auto *Range = dyn_cast<CXXForRangeStmt>(&S))
    Out = {Range->getBody()};
  else if (const auto *Label = dyn_cast<SwitchCase>(&S))
    Out = {Label->getSubStmt()};
  return Out;
}

/// The function around \p Node, or nullptr.
const FunctionDecl *functionAround(DynTypedNode Node, ASTContext &Context) {
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    if (const auto *Function = Node.get<FunctionDecl>())
      return Function;
    if (const auto *Lambda = Node.get<LambdaExpr>())
      return Lambda->getCallOperator();
  }
}

/// The class that the task's result is, or nullptr.
const CXXRecordDecl *resultClass(QualType Task) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Task->getAsCXXRecordDecl());
  if (!Special || Special->getTemplateArgs().size() == 0)
    return nullptr;
  const TemplateArgument &A = Special->getTemplateArgs()[0];
  return A.getKind() == TemplateArgument::Type
             ? A.getAsType()->getAsCXXRecordDecl()
             : nullptr;
}

Context contextOf(SourceLocation Loc, const FunctionDecl &Function,
                  const SourceManager &SM) {
  if (Function.isDependentContext())
    return Context::Dependent;
  if (Function.isTemplateInstantiation())
    return Context::Instantiation;
  if (!Loc.isMacroID())
    return Context::Plain;
  return SM.isMacroArgExpansion(Loc) ? Context::MacroArgument
                                     : Context::MacroBody;
}

/// The drop of the task that \p Made is, if it makes one; the rest is for the
/// caller to fill in.
std::optional<AsyncDrop> dropOfTask(const Expr &Made, const Resolver &Rows) {
  const auto *Call = dyn_cast<CallExpr>(strip(&Made));
  if (!Call || !Call->isPRValue())
    return std::nullopt;
  AsyncDrop Drop;
  Drop.Type = Rows.type(Call->getType());
  // A generator is read, not awaited.
  if (!Drop.Type || NameWords(Drop.Type.Row->Name)
                        .contains(std::array<std::string_view, 1>{"generator"}))
    return std::nullopt;
  // What starts when it is dropped needs nobody to await it.
  Drop.Facts.Begins = Drop.Type.Row->WhenDropped == Dropped::NeverRuns
                          ? Drop.Type.Row->Begins
                          : Start::Eager;
  Drop.Task = Call;
  Drop.Loc = Call->getExprLoc();
  Drop.Callee = calledName(*Call).str();
  return Drop;
}

/// Where the drop stands; false where it is a library's own business.
bool placeIn(const FunctionDecl *Function, AsyncDrop &Drop,
             const SourceManager &SM, const Resolver &Rows) {
  if (!Function || Rows.isImplementation(*Function, SM))
    return false;
  Drop.Facts.Where = isa_and_nonnull<CoroutineBodyStmt>(Function->getBody())
                         ? Caller::Coroutine
                         : Caller::Function;
  Drop.Facts.In = contextOf(Drop.Loc, *Function, SM);
  return true;
}

} // namespace

SmallVector<AsyncDrop, 2> dropsIn(const Stmt &Block, ASTContext &Context,
                                  const Resolver &Rows) {
  SmallVector<AsyncDrop, 2> Out;
  for (const Stmt *S : statementsOf(Block)) {
    const auto *E = dyn_cast_or_null<Expr>(S);
    if (!E)
      continue;
    auto Drop = dropOfTask(*E, Rows);
    if (!Drop)
      continue;
    // A gather, race or timeout that is dropped is judged as a call.
    if (const Resolved Row = Rows.call(*Drop->Task);
        Row && isDropped(Row.Row->Facts.Kind, Use::AwaitableDropped))
      continue;
    Drop->Facts.How = Held::Statement;
    if (placeIn(functionAround(DynTypedNode::create(*E), Context), *Drop,
                Context.getSourceManager(), Rows))
      Out.push_back(std::move(*Drop));
  }
  return Out;
}

std::optional<AsyncDrop> dropOf(const VarDecl &Var, ASTContext &Context,
                                const Resolver &Rows) {
  if (!Var.hasLocalStorage() || isa<ParmVarDecl>(Var) || Var.isReferenced() ||
      Var.isImplicit() || Var.getType()->isReferenceType() || !Var.getInit() ||
      isa<DecompositionDecl>(Var) || Var.isExceptionVariable())
    return std::nullopt;
  auto Drop = dropOfTask(*Var.getInit(), Rows);
  if (!Drop)
    return std::nullopt;
  Drop->Variable = Var.getNameAsString();
  Drop->Loc = Var.getLocation();
  Drop->Facts.How = Held::Variable;
  const CXXRecordDecl *Result = resultClass(Drop->Task->getType());
  if (Result && Result->getIdentifier() && isGuardTypeName(Result->getName())) {
    Drop->Facts.How = Held::AsGuard;
    Drop->Guard = Result->getQualifiedNameAsString();
  }
  if (Var.hasAttr<UnusedAttr>() || isIgnoredName(Drop->Variable))
    Drop->Facts.Meant = Waiver::Said;
  if (!Var.getTypeSourceInfo() ||
      !Var.getTypeSourceInfo()->getType()->getContainedAutoType())
    Drop->Facts.Obstacle = EditObstacle::UnsupportedForm;
  if (!placeIn(dyn_cast<FunctionDecl>(Var.getDeclContext()), *Drop,
               Context.getSourceManager(), Rows))
    return std::nullopt;
  return Drop;
}

} // namespace async_tidy
