// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncHandler.h.

#include "AsyncHandler.h"

#include "../core/HandlerWords.h"
#include "BodyWalk.h"
#include "CallParts.h"
#include "CancellationReach.h"
#include "CancellationTypes.h"
#include "ChildWork.h"
#include "HandlerBody.h"
#include "Surroundings.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// One await in a try block, and the try blocks between the two.
struct Await {
  const Expr *Operand;
  SourceLocation Loc;
  SmallVector<const CXXTryStmt *, 2> Between;
};

void collectAwaits(const Stmt &Block, SmallVector<const CXXTryStmt *, 2> &Path,
                   SmallVector<Await, 4> &Out) {
  walk(&Block, [&](const Stmt &S) {
    if (const auto *Inner = dyn_cast<CXXTryStmt>(&S)) {
      Path.push_back(Inner);
      collectAwaits(*Inner->getTryBlock(), Path, Out);
      Path.pop_back();
      return false; // a handler cannot await
    }
    if (const Expr *Operand = awaitedBy(S))
      Out.push_back({Operand, S.getBeginLoc(), Path});
    return true;
  });
}

class HandlerReader {
public:
  HandlerReader(const CXXTryStmt &Try, ASTContext &AST, const Resolver &Rows,
                const ExtraWords &Words, ArrayRef<std::string> Extra)
      : Try(Try), AST(AST), SM(AST.getSourceManager()), Rows(Rows),
        Words(Words), Extra(Extra) {}

  SmallVector<AsyncHandler, 2> read() {
    SmallVector<const CXXTryStmt *, 2> Path;
    SmallVector<Await, 4> Awaits;
    collectAwaits(*Try.getTryBlock(), Path, Awaits);
    SmallVector<AsyncHandler, 2> Out;
    if (Awaits.empty())
      return Out;
    Around = look(AST, *Awaits.front().Operand, Resolved(), ChildList(), Rows,
                  Words);
    if (!Around.Enclosing || !Around.Enclosing->hasBody() ||
        Around.Runs == Evaluation::Unevaluated ||
        Rows.isImplementation(*Around.Enclosing, SM))
      return Out;
    for (const Await &Each : Awaits)
      addAwait(Each, Out);
    for (AsyncHandler &H : Out)
      complete(H, Awaits);
    return Out;
  }

private:
  void addAwait(const Await &Each, SmallVector<AsyncHandler, 2> &Out) {
    const Home From = homeOf(*Each.Operand);
    if (!From || !mayThrow(*Each.Operand))
      return;
    for (AsyncHandler &H : Out)
      if (H.Library == From.Library)
        return arrives(Each, surface(From)) ? H.Awaits.push_back(Each.Loc)
                                            : void();
    const Surface &S = surface(From);
    const CXXCatchStmt *Taker = firstTaker(Try, S);
    if (!Taker || !arrives(Each, S))
      return;
    AsyncHandler H;
    H.Try = &Try;
    H.Catch = Taker;
    H.Library = From.Library;
    H.Root = From.Root;
    H.Awaits.push_back(Each.Loc);
    Out.push_back(std::move(H));
  }

  const Surface &surface(const Home &From) {
    for (const auto &Known : Surfaces)
      if (Known->Library == From.Library)
        return *Known;
    Surfaces.push_back(std::make_unique<Surface>(
        surfaceOf(*From.Library, *From.Root, Extra, AST)));
    return *Surfaces.back();
  }

  /// Whether no handler in between stops the cancellation.
  bool arrives(const Await &Each, const Surface &S) const {
    return llvm::all_of(Each.Between, [&](const CXXTryStmt *Inner) {
      const CXXCatchStmt *Taker = firstTaker(*Inner, S);
      return !Taker || handlingOf(*Taker, *Around.Enclosing->getBody(), AST) ==
                           Handling::Rethrows;
    });
  }

  /// Objects that a coroutine awaits to learn of itself, awaits whose failure
  /// is a value, and what nobody can cancel, throw no cancellation.
  bool mayThrow(const Expr &Operand) const {
    const Expr *E = strip(&Operand);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
          Var && Var->hasGlobalStorage())
        return false;
    if (handlesItsFailure(*E) || isOutOfReach(*E, Rows))
      return false;
    if (const auto *Call = dyn_cast<CallExpr>(E))
      for (const Expr *Argument : writtenArguments(*Call))
        if (isCapturingToken(*Argument))
          return false;
    const Resolved Row = Rows.call(*E);
    return !Row || Row.Row->Facts.What != Reports::PerChild;
  }

  /// sock.async_read_some(buffer, as_tuple(use_awaitable))
  static bool isCapturingToken(const Expr &Argument) {
    const auto Captures = [](StringRef Name) {
      Name.consume_back("_t");
      return isCapturingName(Name) || Name == "redirect_error";
    };
    const CXXRecordDecl *Record =
        Argument.getType().getNonReferenceType()->getAsCXXRecordDecl();
    return Captures(mentionedName(Argument)) ||
           (Record && Record->getIdentifier() && Captures(Record->getName()));
  }

  /// The library of what is awaited, or else of the coroutine's own type.
  Home homeOf(const Expr &Operand) const {
    const Expr *E = strip(&Operand);
    if (const Home H = homeOf(E->getType()))
      return H;
    if (const Resolved Row = Rows.call(*E))
      return {Row.Library, Row.Root};
    return homeOf(Around.Enclosing->getReturnType());
  }

  Home homeOf(QualType T) const {
    if (const ResolvedType Type = Rows.type(T))
      return {Type.Library, Type.Root};
    const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
    return Record ? Rows.home(*Record) : Home();
  }

  void complete(AsyncHandler &H, ArrayRef<Await> Awaits) {
    const Surface &S = surface({H.Library, H.Root});
    const Stmt &Body = *Around.Enclosing->getBody();
    HandlerFacts &F = H.Facts;
    F.Channel = S.Channel;
    F.What = takesOf(*H.Catch, S);
    F.Does = handlingOf(*H.Catch, Body, AST);
    F.Because = excuseOf(H, Body, Awaits);
    F.In = contextOf(H);
    for (const CXXRecordDecl *Type : S.Types)
      if (F.Type == Visibility::Missing &&
          S.Channel == CancellationChannel::Exception) {
        F.Type = Visibility::Complete;
        H.Cancelled = fullName(*Type);
      }
    if (H.Cancelled.empty() && S.Channel == CancellationChannel::Exception &&
        !S.Names.empty())
      H.Cancelled = S.Names.front();
    H.Then = afterwards();
  }

  std::string fullName(const CXXRecordDecl &Type) const {
    std::string Out;
    llvm::raw_string_ostream OS(Out);
    PrintingPolicy P(AST.getLangOpts());
    P.SuppressUnwrittenScope = true;
    Type.printQualifiedName(OS, P);
    return OS.str();
  }

  Excuse excuseOf(const AsyncHandler &H, const Stmt &Body,
                  ArrayRef<Await> Awaits) const {
    const SourceLocation Begin = H.Catch->getCatchLoc();
    const SourceLocation End = Try.getEndLoc();
    bool Requested = false;
    bool Asked = false;
    walk(&Body, [&](const Stmt &S) {
      if (const auto *E = dyn_cast<CallExpr>(&S))
        Requested |= isCancelRequestName(calledName(*E)) &&
                     SM.isBeforeInTranslationUnit(E->getBeginLoc(), Begin);
      Asked |= asksForCancellation(S) &&
               SM.isBeforeInTranslationUnit(End, S.getBeginLoc());
      return true;
    });
    if (Requested)
      return Excuse::CancelRequested;
    if (Asked || loopAsks())
      return Excuse::AskedElsewhere;
    const bool Cleanup = Around.Where != Region::Ordinary ||
                         llvm::all_of(Awaits, [this](const Await &Each) {
                           return isCleanupWork(*Each.Operand, Words);
                         });
    return Cleanup ? Excuse::Cleanup : Excuse::None;
  }

  /// Calls \p Visit with the statements around the try block, inner first.
  template <typename F> void forEachAround(F Visit) const {
    DynTypedNode Node = DynTypedNode::create(Try);
    while (true) {
      const DynTypedNodeList Parents = AST.getParents(Node);
      if (Parents.empty())
        return;
      const DynTypedNode Below = Node;
      Node = Parents[0];
      const auto *S = Node.get<Stmt>();
      if (!S || isa<CoroutineBodyStmt, LambdaExpr>(S))
        return;
      Visit(*S, Below.get<Stmt>());
    }
  }

  bool loopAsks() const {
    bool Asks = false;
    forEachAround([&](const Stmt &S, const Stmt *) {
      const Expr *Condition = nullptr;
      if (const auto *While = dyn_cast<WhileStmt>(&S))
        Condition = While->getCond();
      else if (const auto *For = dyn_cast<ForStmt>(&S))
        Condition = For->getCond();
      else if (const auto *Do = dyn_cast<DoStmt>(&S))
        Condition = Do->getCond();
      Asks |= anyBelow(Condition, asksForCancellation);
      // for (;;) { if (stop.requested()) co_return; try ... }
      if (isa<WhileStmt, ForStmt, DoStmt, CXXForRangeStmt>(S))
        Asks |= anyBelow(&S, [this](const Stmt &Each) {
          return asksForCancellation(Each) &&
                 SM.isBeforeInTranslationUnit(Each.getBeginLoc(),
                                              Try.getBeginLoc());
        });
    });
    return Asks;
  }

  Afterwards afterwards() const {
    Afterwards Then = Afterwards::Ends;
    forEachAround([&](const Stmt &S, const Stmt *Below) {
      if (isa<WhileStmt, ForStmt, DoStmt, CXXForRangeStmt>(S))
        Then = Afterwards::GoesOn;
      if (const auto *Block = dyn_cast<CompoundStmt>(&S))
        if (Block->body_back() != Below)
          Then = Afterwards::GoesOn;
    });
    return Then;
  }

  Context contextOf(const AsyncHandler &H) const {
    if (Around.Enclosing->isDependentContext())
      return Context::Dependent;
    if (Around.InInstantiation)
      return Context::Instantiation;
    const SourceLocation Loc = H.Catch->getCatchLoc();
    if (!Loc.isMacroID())
      return Context::Plain;
    return SM.isMacroArgExpansion(Loc) ? Context::MacroArgument
                                       : Context::MacroBody;
  }

  const CXXTryStmt &Try;
  ASTContext &AST;
  const SourceManager &SM;
  const Resolver &Rows;
  const ExtraWords &Words;
  ArrayRef<std::string> Extra;
  Surroundings Around;
  SmallVector<std::unique_ptr<Surface>, 2> Surfaces;
};

} // namespace

SmallVector<AsyncHandler, 2>
describeHandlers(const CXXTryStmt &Try, ASTContext &Context,
                 const Resolver &Rows, const ExtraWords &Words,
                 ArrayRef<std::string> ExtraTypes) {
  return HandlerReader(Try, Context, Rows, Words, ExtraTypes).read();
}

} // namespace async_tidy
