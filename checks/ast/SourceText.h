// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where in which file is this written, and how is it replaced?
//
// A thin view of the source manager for code that edits: ranges of tokens
// become offsets in one file, or nothing where macros stand in the way.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_SOURCETEXT_H
#define ASYNC_TIDY_AST_SOURCETEXT_H

#include "clang/AST/ASTContext.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include <optional>

namespace async_tidy {

/// Text of one file, from offset Begin up to End.
struct Span {
  clang::FileID File;
  unsigned Begin = 0;
  unsigned End = 0;
};

/// \p Text, to be written in front of \p Rest: without its last blank where one
/// follows anyway, or the end of a line.
inline llvm::StringRef inFrontOf(llvm::StringRef Rest, llvm::StringRef Text) {
  return !Rest.empty() && clang::isWhitespace(Rest.front()) ? Text.rtrim(' ')
                                                            : Text;
}

class SourceText {
public:
  explicit SourceText(const clang::ASTContext &Context)
      : SM(Context.getSourceManager()), LangOpts(Context.getLangOpts()) {}

  /// Where \p Range is written, if that is one place.
  std::optional<Span> span(clang::SourceRange Range) const {
    const clang::CharSourceRange File = clang::Lexer::makeFileCharRange(
        clang::CharSourceRange::getTokenRange(Range), SM, LangOpts);
    if (File.isInvalid())
      return std::nullopt;
    const auto [Id, Begin] = SM.getDecomposedLoc(File.getBegin());
    const auto [EndId, End] = SM.getDecomposedLoc(File.getEnd());
    if (Id != EndId || Begin > End)
      return std::nullopt;
    return Span{Id, Begin, End};
  }

  llvm::StringRef buffer(clang::FileID Id) const {
    return SM.getBufferData(Id);
  }

  clang::SourceLocation at(clang::FileID Id, unsigned Offset) const {
    return SM.getLocForStartOfFile(Id).getLocWithOffset(
        static_cast<int>(Offset));
  }

  clang::FixItHint replace(clang::FileID Id, unsigned Begin, unsigned End,
                           llvm::StringRef With) const {
    if (Begin == End)
      return clang::FixItHint::CreateInsertion(at(Id, Begin), With);
    return clang::FixItHint::CreateReplacement(
        clang::CharSourceRange::getCharRange(at(Id, Begin), at(Id, End)), With);
  }

  const clang::LangOptions &langOpts() const { return LangOpts; }

private:
  const clang::SourceManager &SM;
  const clang::LangOptions &LangOpts;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_SOURCETEXT_H
