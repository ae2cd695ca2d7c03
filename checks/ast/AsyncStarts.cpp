// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncStarts.h. A single mention that hands the child on takes it out.

#include "AsyncStarts.h"

#include "../core/Predicates.h"
#include "../core/Words.h"
#include "BodyWalk.h"
#include "CallParts.h"
#include "ChildMentions.h"
#include "ChildWork.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

struct Child {
  const VarDecl *Var = nullptr;
  const CompoundStmt *Block = nullptr;
  SmallVector<Mentioned, 4> Mentions;
};

class StartReader {
public:
  StartReader(const FunctionDecl &Function, ASTContext &AST,
              const Resolver &Rows)
      : Function(Function), AST(AST), SM(AST.getSourceManager()), Rows(Rows) {}

  SmallVector<AsyncStarts, 2> read() {
    collect();
    SmallVector<AsyncStarts, 2> Out;
    llvm::MapVector<const CompoundStmt *, SmallVector<const Child *, 4>> Blocks;
    for (auto &[Var, C] : Children) {
      if (llvm::any_of(C.Mentions, [](const Mentioned &M) {
            return M.What == Mention::PassedOn;
          }))
        continue;
      if (elementOf(Var->getType()).isNull()) {
        if (Var->getInit() && startsWork(*Var->getInit()) && firstAwait(C))
          Blocks[C.Block].push_back(&C);
      } else if (auto Starts = readContainer(C)) {
        Out.push_back(std::move(*Starts));
      }
    }
    for (auto &[Block, Group] : Blocks)
      if (auto Starts = readGroup(Group))
        Out.push_back(std::move(*Starts));
    return Out;
  }

private:
  void collect() {
    walk(Function.getBody(), [this](const Stmt &S) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
        for (const Decl *D : Declaration->decls())
          if (const auto *Var = dyn_cast<VarDecl>(D))
            addChild(*Var, *Declaration);
      if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&S))
        if (const VarDecl *Element = Loop->getLoopVariable())
          if (const Child *Container = iterated(*Loop))
            Elements[Element] = Container->Var;
      if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
        addMention(*Ref);
      // What a lambda captures is out of sight.
      if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
        for (const LambdaCapture &Capture : Lambda->captures())
          if (Capture.capturesVariable())
            if (auto At =
                    Children.find(dyn_cast<VarDecl>(Capture.getCapturedVar()));
                At != Children.end())
              At->second.Mentions.push_back(
                  {Mention::PassedOn, Lambda->getBeginLoc()});
      return true;
    });
  }

  void addChild(const VarDecl &Var, const DeclStmt &Declaration) {
    if (!Var.hasLocalStorage() || Var.getType()->isReferenceType())
      return;
    const QualType Element = elementOf(Var.getType());
    const ResolvedType Type =
        Rows.type(Element.isNull() ? Var.getType() : Element);
    if (!Type || Type.Row->Begins != Start::Eager)
      return;
    const DynTypedNodeList Parents = AST.getParents(Declaration);
    const auto *Block =
        Parents.empty() ? nullptr : Parents[0].get<CompoundStmt>();
    if (Block)
      Children[&Var] = {&Var, Block, {}};
  }

  const Child *iterated(const CXXForRangeStmt &Loop) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(strip(Loop.getRangeInit()));
    const auto At =
        Children.find(Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr);
    return At == Children.end() ? nullptr : &At->second;
  }

  void addMention(const DeclRefExpr &Ref) {
    const auto *Var = dyn_cast<VarDecl>(Ref.getDecl());
    if (const auto At = Elements.find(Var); At != Elements.end())
      Var = At->second;
    const auto At = Children.find(Var);
    if (At != Children.end())
      At->second.Mentions.push_back(
          mentionOf(Ref, *At->second.Block, AST, Rows));
  }

  static const Mentioned *firstAwait(const Child &C) {
    const auto *At = llvm::find_if(C.Mentions, [](const Mentioned &M) {
      return M.What == Mention::Awaited;
    });
    return At == C.Mentions.end() ? nullptr : At;
  }

  std::optional<AsyncStarts> readGroup(SmallVector<const Child *, 4> &Group) {
    llvm::sort(Group, [this](const Child *A, const Child *B) {
      return SM.isBeforeInTranslationUnit(firstAwait(*A)->Loc,
                                          firstAwait(*B)->Loc);
    });
    const Mentioned &First = *firstAwait(*Group.front());
    AsyncStarts Out;
    SmallVector<const Child *, 4> Early;
    for (const Child *C : Group)
      if (SM.isBeforeInTranslationUnit(C->Var->getLocation(), First.Loc))
        Early.push_back(C);
    if (Early.empty())
      return std::nullopt;
    Out.Facts.Begins = Start::Eager;
    Out.Facts.Count = Early.size() > 1 ? Children::Several : Children::One;
    Out.Facts.Sequence =
        Early.size() < 2 ? Order::Interleaved
        : llvm::all_of(
              Early,
              [&](const Child *C) { return isJoinedBefore(*C, First.Loc); })
            ? Order::JoinedFirst
            : Order::StartedFirst;
    Out.Facts.Failure = FailureOfOne::Handled;
    for (size_t I = 0; I + 1 < Early.size(); ++I) {
      const CXXTryStmt *Try = firstAwait(*Early[I])->Try;
      if (!Try || Try == firstAwait(*Early[I + 1])->Try)
        Out.Facts.Failure = FailureOfOne::Escapes;
    }
    Out.Loc = First.Loc;
    Out.Type = Rows.type(Early.front()->Var->getType());
    for (const Child *C : Early) {
      Out.Starts.push_back(C->Var->getLocation());
      const bool Last = C == Early.back();
      Out.Names += (Out.Names.empty() ? "'"
                    : Last            ? " and '"
                                      : ", '") +
                   C->Var->getNameAsString() + "'";
    }
    return Out;
  }

  std::optional<AsyncStarts> readContainer(const Child &C) {
    const Mentioned *Filled = nullptr;
    const Mentioned *Awaited = nullptr;
    for (const Mentioned &M : C.Mentions) {
      if (M.What == Mention::Filled && M.Loop && !Filled)
        Filled = &M;
      if (M.What == Mention::Awaited && M.Loop && Filled && !Awaited)
        Awaited = &M;
    }
    if (!Filled || !Awaited)
      return std::nullopt;
    AsyncStarts Out;
    Out.Facts.Begins = Start::Eager;
    Out.Facts.Count = Children::Range;
    Out.Facts.Sequence = Filled->Loop == Awaited->Loop ? Order::Interleaved
                         : isJoinedBefore(C, Awaited->Loop->getBeginLoc())
                             ? Order::JoinedFirst
                             : Order::StartedFirst;
    // A handler inside the loop sees each failure; one around it only the
    // first.
    Out.Facts.Failure = Awaited->Try && isInside(*Awaited->Try, *Awaited->Loop)
                            ? FailureOfOne::Handled
                            : FailureOfOne::Escapes;
    Out.Loc = Awaited->Loc;
    Out.Starts.push_back(Filled->Loc);
    Out.Names = "'" + C.Var->getNameAsString() + "'";
    Out.Type = Rows.type(elementOf(C.Var->getType()));
    return Out;
  }

  bool isJoinedBefore(const Child &C, SourceLocation Loc) const {
    return llvm::any_of(C.Mentions, [&](const Mentioned &M) {
      return M.What == Mention::Joined &&
             SM.isBeforeInTranslationUnit(M.Loc, Loc);
    });
  }

  bool isInside(const Stmt &Inner, const Stmt &Outer) const {
    return anyBelow(&Outer, [&](const Stmt &S) { return &S == &Inner; });
  }

  const FunctionDecl &Function;
  ASTContext &AST;
  const SourceManager &SM;
  const Resolver &Rows;
  llvm::MapVector<const VarDecl *, Child> Children;
  llvm::DenseMap<const VarDecl *, const VarDecl *> Elements;
};

} // namespace

bool couldBeStarted(const VarDecl &Var, const LibraryIndex &Index) {
  if (!Var.hasLocalStorage() || isa<ParmVarDecl>(Var) ||
      Var.getType()->isDependentType())
    return false;
  const QualType Element = elementOf(Var.getType());
  return Resolver::couldBeType(Element.isNull() ? Var.getType() : Element,
                               Index);
}

SmallVector<AsyncStarts, 2> startsIn(const FunctionDecl &Function,
                                     ASTContext &Context,
                                     const Resolver &Rows) {
  if (!Function.hasBody() ||
      Rows.isImplementation(Function, Context.getSourceManager()))
    return {};
  return StartReader(Function, Context, Rows).read();
}

std::optional<AsyncStarts> closesIn(const CompoundStmt &Block, ASTContext &,
                                    const ExtraWords &Words) {
  AsyncStarts Out;
  for (const Stmt *S : Block.body()) {
    const auto *E = dyn_cast<Expr>(S);
    const Expr *Operand =
        E ? awaitedBy(*E->IgnoreUnlessSpelledInSource()) : nullptr;
    if (!Operand || !isa<CallExpr>(strip(Operand)) ||
        !isCleanupWork(*Operand, Words) || handlesItsFailure(*Operand)) {
      if (Out.Starts.size() > 1)
        break;
      Out.Starts.clear();
      continue;
    }
    Out.Starts.push_back(strip(Operand)->getExprLoc());
  }
  if (Out.Starts.size() < 2)
    return std::nullopt;
  Out.Loc = Out.Starts.front();
  return Out;
}

} // namespace async_tidy
