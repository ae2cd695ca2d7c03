// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CodeSite.h. Tokens are lexed from the file, not printed from the AST: a
// macro stays its name, and every LLVM version gives the same text.

#include "CodeSite.h"

#include "BodyWalk.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;
using llvm::SmallVector;

namespace async_tidy {
namespace {

/// Bodies of the lambdas at or below \p Top that are not inside each other.
SmallVector<SourceRange, 2> lambdaBodies(const Stmt &Top) {
  SmallVector<SourceRange, 2> Bodies;
  walk(&Top, [&](const Stmt &S) {
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
      Bodies.push_back(Lambda->getBody()->getSourceRange());
    return true;
  });
  return Bodies;
}

/// Adds \p Top to \p Extent, cut at the bodies of its lambdas: the braces
/// belong to it, what is between them does not.
void addStatement(const Stmt &Top, SmallVectorImpl<SourceRange> &Extent) {
  SourceLocation From = Top.getBeginLoc();
  for (SourceRange Body : lambdaBodies(Top)) {
    Extent.push_back({From, Body.getBegin()});
    From = Body.getEnd();
  }
  Extent.push_back({From, Top.getEndLoc()});
}

/// The statement or condition that \p E is a part of.
const Stmt &wholeOf(const Expr &E, ASTContext &Context) {
  const Stmt *Whole = &E;
  for (DynTypedNode Node = DynTypedNode::create(E);;) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return *Whole;
    Node = Parents[0];
    for (const DynTypedNode &P : Parents)
      if (P.get<CoawaitExpr>() || P.get<DependentCoawaitExpr>())
        Node = P; // the written one, not what the compiler made of it
    if (Node.get<VarDecl>())
      continue; // its DeclStmt comes next
    const Stmt *S = Node.get<Stmt>();
    if (!S || !isa<Expr, DeclStmt, ReturnStmt, CoreturnStmt>(*S))
      return *Whole;
    if (S->getSourceRange().isValid())
      Whole = S;
  }
}

/// The innermost statement below \p Body that is not a block and holds \p At.
const Stmt *statementAt(const Stmt &Body, SourceLocation At,
                        const SourceManager &SM) {
  const SourceLocation Loc = SM.getExpansionLoc(At);
  const Stmt *Innermost = nullptr;
  const auto Holds = [&](const Stmt &S) {
    const SourceLocation Begin = SM.getExpansionLoc(S.getBeginLoc());
    const SourceLocation End = SM.getExpansionRange(S.getEndLoc()).getEnd();
    return Begin.isValid() && End.isValid() &&
           !SM.isBeforeInTranslationUnit(Loc, Begin) &&
           !SM.isBeforeInTranslationUnit(End, Loc);
  };
  const auto Look = [&](const auto &Self, const Stmt &S) -> void {
    for (const Stmt *Child : S.children()) {
      if (!Child || !Holds(*Child))
        continue;
      if (!isa<Expr>(*Child))
        Innermost = isa<CompoundStmt>(*Child) ? nullptr : Child;
      else if (!isa<Expr>(S))
        Innermost = Child;
      Self(Self, *Child);
    }
  };
  Look(Look, Body);
  return Innermost;
}

/// `ns::Class::function`, without template arguments and lambdas.
std::string nameOf(const Decl &D) {
  SmallVector<std::string, 4> Parts;
  const auto Add = [&](const NamedDecl &Named) {
    if (const auto *Space = dyn_cast<NamespaceDecl>(&Named);
        Space && Space->isAnonymousNamespace())
      Parts.push_back("(anonymous)");
    else if (isa<CXXConstructorDecl>(Named))
      Parts.push_back(
          cast<CXXConstructorDecl>(Named).getParent()->getName().str());
    else if (isa<CXXDestructorDecl>(Named))
      Parts.push_back(
          "~" + cast<CXXDestructorDecl>(Named).getParent()->getName().str());
    else if (Named.getDeclName())
      Parts.push_back(Named.getNameAsString());
  };
  if (const auto *Named = dyn_cast<NamedDecl>(&D))
    Add(*Named);
  for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent()) {
    const auto *Record = dyn_cast<CXXRecordDecl>(C);
    if (Record && Record->isLambda())
      continue;
    if (const auto *Named = dyn_cast<NamedDecl>(C))
      Add(*Named);
  }
  std::reverse(Parts.begin(), Parts.end());
  std::string Name;
  for (const std::string &Part : Parts)
    Name += (Name.empty() ? "" : "::") + Part;
  return Name;
}

/// The function around \p S, or the variable that it initialises.
std::string functionAround(const Stmt &S, ASTContext &Context) {
  for (DynTypedNode Node = DynTypedNode::create(S);;) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return {};
    Node = Parents[0];
    const Decl *D = Node.get<Decl>();
    if (const auto *Function = dyn_cast_or_null<FunctionDecl>(D)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(Function);
      if (!Method || !Method->getParent()->isLambda())
        return nameOf(*Function);
    } else if (const auto *Var = dyn_cast_or_null<VarDecl>(D);
               Var && !Var->isLocalVarDecl() && !isa<ParmVarDecl>(Var)) {
      return nameOf(*Var);
    } else if (const auto *Field = dyn_cast_or_null<FieldDecl>(D)) {
      return nameOf(*Field);
    }
  }
}

/// The tokens of \p Range, without those inside \p Holes.
std::string tokensOf(SourceRange Range, llvm::ArrayRef<SourceRange> Holes,
                     const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const auto [File, Begin] =
      SM.getDecomposedLoc(SM.getExpansionLoc(Range.getBegin()));
  const auto [EndFile, End] =
      SM.getDecomposedLoc(SM.getExpansionRange(Range.getEnd()).getEnd());
  bool Invalid = false;
  const llvm::StringRef Text = SM.getBufferData(File, &Invalid);
  if (Invalid || File != EndFile || End < Begin)
    return {};
  Lexer Lex(SM.getLocForStartOfFile(File), Context.getLangOpts(), Text.begin(),
            Text.begin() + Begin, Text.end());
  std::string Out;
  Token T;
  while (!Lex.LexFromRawLexer(T)) {
    const unsigned At = SM.getFileOffset(T.getLocation());
    if (At > End)
      break;
    const bool Hidden = llvm::any_of(Holes, [&](SourceRange Hole) {
      return SM.getFileOffset(SM.getExpansionLoc(Hole.getBegin())) < At &&
             At < SM.getFileOffset(SM.getExpansionLoc(Hole.getEnd()));
    });
    if (Hidden)
      continue;
    if (!Out.empty())
      Out += ' ';
    Out += Text.substr(At, T.getLength());
  }
  return Out;
}

} // namespace

CodeSite siteOf(const Expr &Call, ASTContext &Context) {
  CodeSite Site;
  Site.Core = &Call;
  addStatement(wholeOf(Call, Context), Site.Extent);
  return Site;
}

CodeSite siteOf(const Stmt &Body, llvm::ArrayRef<SourceLocation> Places,
                const SourceManager &SM) {
  CodeSite Site;
  for (SourceLocation Place : Places) {
    const Stmt *Holder = statementAt(Body, Place, SM);
    if (!Holder)
      continue;
    addStatement(*Holder, Site.Extent);
    if (!Site.Core)
      Site.Core = Holder;
  }
  if (!Site.Core)
    Site.Core = &Body;
  return Site;
}

CodeSite siteOf(const CXXCatchStmt &Handler, const CXXTryStmt &Try,
                llvm::ArrayRef<SourceLocation> Awaits,
                const SourceManager &SM) {
  CodeSite Site = siteOf(*Try.getTryBlock(), Awaits, SM);
  addStatement(Handler, Site.Extent);
  Site.Core = &Handler;
  return Site;
}

CodeIdentity identityOf(const CodeSite &Site, ASTContext &Context) {
  const Stmt &Core = *Site.Core;
  SourceRange Range = Core.getSourceRange();
  // A handler is known by what it catches.
  if (const auto *Handler = dyn_cast<CXXCatchStmt>(&Core))
    Range.setEnd(Handler->getHandlerBlock()->getBeginLoc());
  return {functionAround(Core, Context),
          tokensOf(Range, lambdaBodies(Core), Context)};
}

} // namespace async_tidy
