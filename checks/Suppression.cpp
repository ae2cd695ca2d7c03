// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Suppression.h. The grammar is clang-tidy's: a keyword, then nothing
// (every check) or a list of globs in parentheses.

#include "Suppression.h"

#include "clang-tidy/GlobList.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// What one keyword on one line says about a check.
enum class Directive { None, Line, NextLine, Begin, End };

struct Found {
  Directive What = Directive::None;
  bool NamesCheck = false;
};

/// The first NOLINT at or behind \p Position in \p Line; moves \p Position
/// behind it.
Found nextDirective(StringRef Line, size_t &Position, StringRef Check) {
  const size_t At = Line.find("NOLINT", Position);
  if (At == StringRef::npos)
    return {};
  StringRef Rest = Line.substr(At + 6);
  Found Out;
  Out.What = Rest.consume_front("NEXTLINE") ? Directive::NextLine
             : Rest.consume_front("BEGIN")  ? Directive::Begin
             : Rest.consume_front("END")    ? Directive::End
                                            : Directive::Line;
  Out.NamesCheck = true;
  const size_t Close = Rest.find(')');
  if (Rest.starts_with("(") && Close != StringRef::npos) {
    const StringRef Globs = Rest.slice(1, Close);
    Out.NamesCheck =
        Globs.trim() == "*" ||
        tidy::GlobList(Globs, /*KeepNegativeGlobs=*/false).contains(Check);
  }
  Position = static_cast<size_t>(Rest.data() - Line.data());
  return Out;
}

bool lineSays(StringRef Line, Directive What, StringRef Check) {
  size_t Position = 0;
  while (true) {
    const Found F = nextDirective(Line, Position, Check);
    if (F.What == Directive::None)
      return false;
    if (F.What == What && F.NamesCheck)
      return true;
  }
}

StringRef lineAround(StringRef Buffer, size_t Offset) {
  const size_t Begin = Buffer.rfind('\n', Offset == 0 ? 0 : Offset - 1);
  const size_t First = Begin == StringRef::npos || Offset == 0 ? 0 : Begin + 1;
  return Buffer.slice(First, Buffer.find('\n', Offset));
}

/// Whether \p Offset stands between a NOLINTBEGIN and its NOLINTEND.
bool isInBlock(StringRef Buffer, size_t Offset, StringRef Check) {
  if (!Buffer.take_front(Offset).contains("NOLINTBEGIN"))
    return false;
  int Open = 0;
  size_t Position = 0;
  while (Position < Offset) {
    const Found F = nextDirective(Buffer, Position, Check);
    if (F.What == Directive::None || Position > Offset)
      break;
    if (F.NamesCheck && F.What == Directive::Begin)
      ++Open;
    if (F.NamesCheck && F.What == Directive::End && Open > 0)
      --Open;
  }
  return Open > 0;
}

bool isSuppressedAt(StringRef Check, SourceLocation Loc,
                    const SourceManager &SM) {
  const auto [File, Offset] = SM.getDecomposedSpellingLoc(Loc);
  const StringRef Buffer = SM.getBufferData(File);
  const StringRef Line = lineAround(Buffer, Offset);
  if (lineSays(Line, Directive::Line, Check))
    return true;
  const auto LineBegin = static_cast<size_t>(Line.data() - Buffer.data());
  if (LineBegin != 0 &&
      lineSays(lineAround(Buffer, LineBegin - 1), Directive::NextLine, Check))
    return true;
  return isInBlock(Buffer, Offset, Check);
}

} // namespace

bool isSuppressed(StringRef Check, SourceLocation Loc,
                  const SourceManager &SM) {
  while (Loc.isValid()) {
    if (isSuppressedAt(Check, Loc, SM))
      return true;
    if (!Loc.isMacroID())
      return false;
    Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  }
  return false;
}

bool passesLineFilter(SourceLocation Loc,
                      const tidy::ClangTidyGlobalOptions &Options,
                      const SourceManager &SM) {
  if (Options.LineFilter.empty())
    return true;
  const StringRef File = SM.getFilename(SM.getExpansionLoc(Loc));
  const unsigned Line = SM.getExpansionLineNumber(Loc);
  for (const tidy::FileFilter &Filter : Options.LineFilter) {
    if (!File.ends_with(Filter.Name))
      continue;
    if (Filter.LineRanges.empty())
      return true;
    for (const auto &[First, Last] : Filter.LineRanges)
      if (First <= Line && Line <= Last)
        return true;
    return false;
  }
  return false;
}

} // namespace async_tidy
