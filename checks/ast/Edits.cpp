// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Edits.h. One function per kind of edit, its shape above it.

#include "Edits.h"

#include "CallParts.h"
#include "ChainEdit.h"
#include "SourceText.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

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

/// The callee of a call up to and including its opening parenthesis.
std::optional<Span> calleeWithParenthesis(const AsyncCall &Call,
                                          const SourceText &Source) {
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
  const SourceText Source(Context);
  const auto Callee = calleeWithParenthesis(Call, Source);
  if (!Callee)
    return {};
  const StringRef Rest = Source.buffer(Callee->File).substr(Callee->End);
  return {Source.replace(
      Callee->File, Callee->Begin, Callee->End,
      inFrontOf(Rest, opening(Fix, Spelling, !Call.At.Children.empty())))};
}

/// safe_gather(a, b)  →  safe_gather(timeout(30s), a, b)
Hints addOptions(const AsyncCall &Call, const Recipe &Fix,
                 const GatherSpelling &Spelling, const ASTContext &Context) {
  const SourceText Source(Context);
  const auto Callee = calleeWithParenthesis(Call, Source);
  std::string Options = optionsFor(Fix, Spelling);
  if (!Callee || Options.empty())
    return {};
  if (Call.At.Children.empty())
    Options.resize(Options.size() - 2);
  const StringRef Rest = Source.buffer(Callee->File).substr(Callee->End);
  return {Source.replace(Callee->File, Callee->End, Callee->End,
                         inFrontOf(Rest, Options))};
}

/// timed_wait(work, duration)  →  safe_gather(timeout(duration), work)
Hints replaceTimeout(const AsyncCall &Call, const GatherSpelling &Spelling,
                     const ASTContext &Context) {
  const SourceText Source(Context);
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

Hints awaitRange(SourceRange Range, bool Chain, const ASTContext &Context) {
  const SourceText Source(Context);
  const auto Whole = Source.span(Range);
  if (!Whole)
    return {};
  Hints Out = {Source.replace(Whole->File, Whole->Begin, Whole->Begin,
                              Chain ? "co_await (" : "co_await ")};
  if (Chain)
    Out.push_back(Source.replace(Whole->File, Whole->End, Whole->End, ")"));
  return Out;
}

} // namespace

bool isReadable(const Anchors &At, const ASTContext &Context) {
  const SourceText Source(Context);
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
    return Call.At.Operators.empty()
               ? editCall(Call, Fix, Spelling, Context)
               : editChain(Call, opening(Fix, Spelling, true), Context);
  case EditKind::AddOptions:
    return addOptions(Call, Fix, Spelling, Context);
  case EditKind::ReplaceTimeout:
    return replaceTimeout(Call, Spelling, Context);
  case EditKind::AwaitIt:
    // gather(a, b);  →  co_await gather(a, b);
    return awaitRange(Call.At.Site->getSourceRange(),
                      !Call.At.Operators.empty(), Context);
  }
  return {};
}

Hints awaitIt(const Expr &Task, const ASTContext &Context) {
  return awaitRange(Task.getSourceRange(), isa<CXXOperatorCallExpr>(Task),
                    Context);
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
