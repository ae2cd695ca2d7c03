// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Edits.h. Every edit is made of whole gaps: the text in front of the
// first child, between two children, and behind the last. A gap is lexed, so
// that an operator in a comment stays what it is.

#include "Edits.h"

#include "CallParts.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Text of one file, from offset Begin up to End.
struct Span {
  FileID File;
  unsigned Begin = 0;
  unsigned End = 0;
};

class Text {
public:
  explicit Text(const ASTContext &Context)
      : SM(Context.getSourceManager()), LangOpts(Context.getLangOpts()) {}

  /// Where \p Range is written, if that is one place.
  std::optional<Span> span(SourceRange Range) const {
    const CharSourceRange File = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(Range), SM, LangOpts);
    if (File.isInvalid())
      return std::nullopt;
    const auto [Id, Begin] = SM.getDecomposedLoc(File.getBegin());
    const auto [EndId, End] = SM.getDecomposedLoc(File.getEnd());
    if (Id != EndId || Begin > End)
      return std::nullopt;
    return Span{Id, Begin, End};
  }

  StringRef buffer(FileID Id) const { return SM.getBufferData(Id); }

  SourceLocation at(FileID Id, unsigned Offset) const {
    return SM.getLocForStartOfFile(Id).getLocWithOffset(
        static_cast<int>(Offset));
  }

  FixItHint replace(FileID Id, unsigned Begin, unsigned End,
                    StringRef With) const {
    if (Begin == End)
      return FixItHint::CreateInsertion(at(Id, Begin), With);
    return FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(at(Id, Begin), at(Id, End)), With);
  }

  const LangOptions &langOpts() const { return LangOpts; }

private:
  const SourceManager &SM;
  const LangOptions &LangOpts;
};

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

/// The options that the recipe adds, each followed by a comma.
std::string optionsFor(const Recipe &Fix, const GatherSpelling &Spelling) {
  std::string Out;
  if (Fix.Capture == AddCapture::Yes)
    Out += Spelling.ReturnExceptions + ", ";
  switch (Fix.Deadline) {
  case AddDeadline::No:
    break;
  case AddDeadline::Configured:
    Out += Spelling.Timeout + "(" + Spelling.Duration + "), ";
    break;
  case AddDeadline::Placeholder:
    Out += Spelling.Timeout + "(/* how long? */), ";
    break;
  }
  return Out;
}

std::string opening(const Recipe &Fix, const GatherSpelling &Spelling,
                    bool HasChildren) {
  std::string Options = optionsFor(Fix, Spelling);
  if (!HasChildren && !Options.empty())
    Options.resize(Options.size() - 2);
  return Spelling.Function + "(" + Options;
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

/// a && b && c  →  safe_gather(a, b, c)
Hints editChain(const AsyncCall &Call, const Recipe &Fix,
                const GatherSpelling &Spelling, ASTContext &Context) {
  const Text Source(Context);
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
  std::string Head =
      opening(Fix, Spelling, true) +
      commentsOf(Buffer.slice(Whole->Begin, Operands[0].Begin).str(),
                 Source.langOpts());
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

/// The callee of a call up to and including its opening parenthesis.
std::optional<Span> calleeWithParenthesis(const AsyncCall &Call,
                                          const Text &Source) {
  auto Callee = Source.span(Call.At.Callee);
  const auto Whole = Source.span(Call.At.Site->getSourceRange());
  if (!Callee || !Whole || Callee->File != Whole->File)
    return std::nullopt;
  const StringRef Buffer = Source.buffer(Callee->File);
  while (Callee->End < Whole->End && isWhitespace(Buffer[Callee->End]))
    ++Callee->End;
  if (Callee->End >= Whole->End || Buffer[Callee->End] != '(')
    return std::nullopt;
  ++Callee->End;
  return Callee;
}

/// library::gather(a, b)  →  safe_gather(a, b)
Hints editCall(const AsyncCall &Call, const Recipe &Fix,
               const GatherSpelling &Spelling, const ASTContext &Context) {
  const Text Source(Context);
  const auto Callee = calleeWithParenthesis(Call, Source);
  if (!Callee)
    return {};
  return {Source.replace(Callee->File, Callee->Begin, Callee->End,
                         opening(Fix, Spelling, !Call.At.Children.empty()))};
}

/// safe_gather(a, b)  →  safe_gather(timeout(30s), a, b)
Hints addOptions(const AsyncCall &Call, const Recipe &Fix,
                 const GatherSpelling &Spelling, const ASTContext &Context) {
  const Text Source(Context);
  const auto Callee = calleeWithParenthesis(Call, Source);
  std::string Options = optionsFor(Fix, Spelling);
  if (!Callee || Options.empty())
    return {};
  if (Call.At.Children.empty())
    Options.resize(Options.size() - 2);
  return {Source.replace(Callee->File, Callee->End, Callee->End, Options)};
}

/// timed_wait(work, duration)  →  safe_gather(timeout(duration), work)
Hints replaceTimeout(const AsyncCall &Call, const GatherSpelling &Spelling,
                     const ASTContext &Context) {
  const Text Source(Context);
  const auto Whole = Source.span(Call.At.Site->getSourceRange());
  const auto Args = writtenArguments(*Call.At.Site);
  if (!Whole || Args.size() != 2 || Call.At.Children.size() != 1)
    return {};
  const auto Work = Source.span(Call.At.Children.front()->getSourceRange());
  const Expr *Other = Args[0] == Call.At.Children.front() ? Args[1] : Args[0];
  const auto Duration = Source.span(Other->getSourceRange());
  if (!Work || !Duration)
    return {};
  const StringRef Buffer = Source.buffer(Whole->File);
  return {Source.replace(Whole->File, Whole->Begin, Whole->End,
                         (Spelling.Function + "(" + Spelling.Timeout + "(" +
                          Buffer.slice(Duration->Begin, Duration->End) + "), " +
                          Buffer.slice(Work->Begin, Work->End) + ")")
                             .str())};
}

/// gather(a, b);  →  co_await gather(a, b);
Hints awaitIt(const AsyncCall &Call, const ASTContext &Context) {
  const Text Source(Context);
  const auto Whole = Source.span(Call.At.Site->getSourceRange());
  if (!Whole)
    return {};
  const bool Chain = !Call.At.Operators.empty();
  Hints Out = {Source.replace(Whole->File, Whole->Begin, Whole->Begin,
                              Chain ? "co_await (" : "co_await ")};
  if (Chain)
    Out.push_back(Source.replace(Whole->File, Whole->End, Whole->End, ")"));
  return Out;
}

} // namespace

bool isReadable(const Anchors &At, const ASTContext &Context) {
  const Text Source(Context);
  const auto Whole = Source.span(At.Site->getSourceRange());
  if (!Whole)
    return false;
  return llvm::all_of(At.Children, [&](const Expr *Child) {
    const auto S = Source.span(Child->getSourceRange());
    return S && S->File == Whole->File && S->Begin >= Whole->Begin &&
           S->End <= Whole->End;
  });
}

Hints editsFor(const AsyncCall &Call, const Recipe &Fix,
               const GatherSpelling &Spelling, ASTContext &Context) {
  switch (Fix.Kind) {
  case EditKind::None:
    return {};
  case EditKind::UseSafeGather:
    return Call.At.Operators.empty() ? editCall(Call, Fix, Spelling, Context)
                                     : editChain(Call, Fix, Spelling, Context);
  case EditKind::AddOptions:
    return addOptions(Call, Fix, Spelling, Context);
  case EditKind::ReplaceTimeout:
    return replaceTimeout(Call, Spelling, Context);
  case EditKind::AwaitIt:
    return awaitIt(Call, Context);
  }
  return {};
}

std::optional<FixItHint> includeEdit(SourceLocation Where, StringRef Header,
                                     const SourceManager &SM) {
  const FileID File = SM.getFileID(SM.getFileLoc(Where));
  const StringRef Code = SM.getBufferData(File);
  const bool Angled = Header.consume_front("<");
  if (Angled)
    Header.consume_back(">");
  else if (Header.consume_front("\""))
    Header.consume_back("\"");
  const tooling::HeaderIncludes Includes(
      SM.getFilename(SM.getLocForStartOfFile(File)), Code,
      tooling::IncludeStyle());
  const auto Insertion =
      Includes.insert(Header, Angled, tooling::IncludeDirective::Include);
  if (!Insertion)
    return std::nullopt;
  std::string Line = Insertion->getReplacementText().str();
  if (Code.contains("\r\n") && !StringRef(Line).contains("\r\n")) {
    std::string WithReturn;
    for (char C : Line)
      WithReturn += C == '\n' ? std::string("\r\n") : std::string(1, C);
    Line = std::move(WithReturn);
  }
  return FixItHint::CreateInsertion(
      SM.getLocForStartOfFile(File).getLocWithOffset(
          static_cast<int>(Insertion->getOffset())),
      Line);
}

} // namespace async_tidy
