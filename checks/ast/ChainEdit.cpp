// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ChainEdit.h.

#include "ChainEdit.h"

#include "SourceText.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

bool isHorizontalSpace(char C) { return C == ' ' || C == '\t'; }

/// Calls \p Visit with the begin and end of every token of \p Gap that is no
/// comment. \p Gap must be a string of its own: the lexer needs the NUL.
void forEachToken(const std::string &Gap, const LangOptions &LangOpts,
                  llvm::function_ref<void(size_t, size_t)> Visit) {
  const char *Begin = Gap.data();
  Lexer Raw(SourceLocation(), LangOpts, Begin, Begin, Begin + Gap.size());
  Raw.SetCommentRetentionState(true);
  Token T;
  do {
    Raw.LexFromRawLexer(T);
    const auto End = static_cast<size_t>(Raw.getBufferLocation() - Begin);
    if (T.isNot(tok::comment) && T.isNot(tok::eof))
      Visit(End - T.getLength(), End);
  } while (T.isNot(tok::eof));
}

/// The text between two operands of a chain, with the operator and grouping
/// parentheses taken out and a comma put behind the left operand. Comments and
/// line breaks stay.
std::string commaGap(const std::string &Gap, const LangOptions &LangOpts) {
  std::string Out = ",";
  size_t Copied = 0;
  forEachToken(Gap, LangOpts, [&](size_t Begin, size_t End) {
    Out.append(Gap, Copied, Begin - Copied);
    Copied = End;
    // Where a line break follows, the blanks in front go with the token;
    // otherwise the blanks behind it do.
    size_t Next = End;
    while (Next != Gap.size() && isHorizontalSpace(Gap[Next]))
      ++Next;
    if (Next == Gap.size() || (Gap[Next] != '\n' && Gap[Next] != '\r'))
      Copied = Next;
    else
      while (isHorizontalSpace(Out.back()))
        Out.pop_back();
  });
  Out.append(Gap, Copied);
  if (Out == ",")
    Out += ' ';
  return Out;
}

/// The comments and blanks of the text in front of the first operand.
std::string commentsOf(const std::string &Gap, const LangOptions &LangOpts) {
  std::string Out;
  size_t Copied = 0;
  forEachToken(Gap, LangOpts, [&](size_t Begin, size_t End) {
    Out.append(Gap, Copied, Begin - Copied);
    Copied = End;
  });
  return Out.append(Gap, Copied);
}

/// The parentheses directly around \p E, or nullptr.
const ParenExpr *parenthesesAround(const Expr &E, ASTContext &Context) {
  DynTypedNode Node = DynTypedNode::create(E);
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    for (const DynTypedNode &P : Parents)
      if (P.get<ParenExpr>())
        Node = P;
    if (const auto *Paren = Node.get<ParenExpr>())
      return Paren;
    const auto *Parent = Node.get<Expr>();
    if (!Parent || Parent->getSourceRange() != E.getSourceRange())
      return nullptr;
  }
}

} // namespace

Hints editChain(const AsyncCall &Call, StringRef Opening, ASTContext &Context) {
  const SourceText Source(Context);
  llvm::SmallVector<Span, 6> Operands;
  for (const Expr *Child : Call.At.Children) {
    const auto S = Source.span(Child->getSourceRange());
    if (!S || (!Operands.empty() && (S->File != Operands.back().File ||
                                     S->Begin < Operands.back().End)))
      return {};
    Operands.push_back(*S);
  }
  const ParenExpr *Paren = parenthesesAround(*Call.At.Site, Context);
  const auto Whole = Source.span(Paren ? Paren->getSourceRange()
                                       : Call.At.Site->getSourceRange());
  if (!Whole || Operands.size() < 2 || Whole->File != Operands.front().File ||
      Whole->Begin > Operands.front().Begin || Whole->End < Operands.back().End)
    return {};

  const FileID File = Whole->File;
  const StringRef Buffer = Source.buffer(File);
  Hints Out;
  const std::string Comments = commentsOf(
      Buffer.slice(Whole->Begin, Operands[0].Begin).str(), Source.langOpts());
  std::string Head = inFrontOf(Comments, Opening).str() + Comments;
  if (Whole->Begin != 0 && isAsciiIdentifierContinue(Buffer[Whole->Begin - 1]))
    Head.insert(0, " ");
  Out.push_back(Source.replace(File, Whole->Begin, Operands[0].Begin, Head));
  for (size_t I = 1; I != Operands.size(); ++I) {
    const unsigned Begin = Operands[I - 1].End;
    const unsigned End = Operands[I].Begin;
    Out.push_back(Source.replace(
        File, Begin, End,
        commaGap(Buffer.slice(Begin, End).str(), Source.langOpts())));
  }
  if (!Paren)
    Out.push_back(Source.replace(File, Whole->End, Whole->End, ")"));
  return Out;
}

} // namespace async_tidy
