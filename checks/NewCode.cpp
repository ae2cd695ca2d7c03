// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See NewCode.h. A relative file name in the JSON is compared with the end of a
// path, at a directory boundary: `a.cpp` is not `data.cpp`.

#include "NewCode.h"

#include "ast/Failure.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <mutex>
#include <utility>

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

using LineFilter = std::vector<tidy::FileFilter>;

/// Reads \p Text, JSON or the path of a file with JSON. JSON is parsed once
/// per process: every check of every translation unit asks for the same.
llvm::Expected<std::shared_ptr<const LineFilter>> readLines(StringRef Text) {
  const bool Inline = Text.starts_with("[");
  std::unique_ptr<llvm::MemoryBuffer> File;
  if (!Inline) {
    auto Buffer = llvm::MemoryBuffer::getFile(Text);
    if (!Buffer)
      return failure("NewLines: cannot read '" + Text +
                     "': " + Buffer.getError().message());
    File = std::move(*Buffer);
  }
  const std::string Json = Inline ? Text.str() : File->getBuffer().str();
  static std::mutex Mutex;
  static std::pair<std::string, std::shared_ptr<const LineFilter>> Last;
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (Last.second && Last.first == Json)
    return Last.second;
  tidy::ClangTidyGlobalOptions Parsed;
  // An empty list means that no line is new, which the parser has no word for.
  if (StringRef(Json).trim() != "[]")
    if (tidy::parseLineFilter(Json, Parsed))
      return failure(
          "NewLines: " + (Inline ? "the text" : "'" + Text.str() + "'") +
          " is not in the format of -line-filter, for example "
          "[{\"name\": \"src/a.cpp\", \"lines\": [[1, 9]]}]");
  Last = {Json,
          std::make_shared<const LineFilter>(std::move(Parsed.LineFilter))};
  return Last.second;
}

bool isPathSuffix(StringRef Path, StringRef Suffix) {
  while (Suffix.consume_front("./"))
    ;
  if (!Path.consume_back(Suffix))
    return false;
  return Path.empty() || Suffix.empty() ||
         llvm::sys::path::is_separator(Path.back()) ||
         llvm::sys::path::is_separator(Suffix.front());
}

/// Whether the file at \p Path, without links \p Real, is called \p Name: the
/// whole path, or its end.
bool isMeant(StringRef Path, StringRef Real, StringRef Name) {
  if (llvm::sys::path::is_absolute(Name))
    return Path == Name || Real == Name;
  return isPathSuffix(Path, Name) || isPathSuffix(Real, Name);
}

std::string pathOf(FileID File, const SourceManager &SM) {
  llvm::SmallString<256> Path = SM.getFilename(SM.getLocForStartOfFile(File));
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

} // namespace

llvm::Expected<NewCode> NewCode::create(StringRef ExistingPaths,
                                        StringRef NewLines) {
  NewCode Code;
  auto Globs = PathGlobs::create("ExistingPaths", ExistingPaths);
  if (!Globs)
    return Globs.takeError();
  Code.Existing = std::move(*Globs);
  if (NewLines.trim().empty())
    return Code;
  auto Lines = readLines(NewLines.trim());
  if (!Lines)
    return Lines.takeError();
  Code.Lines = **Lines;
  return Code;
}

Age NewCode::ageOf(llvm::ArrayRef<SourceRange> Parts,
                   const SourceManager &SM) const {
  if (Existing.empty() && !Lines)
    return Age::New;
  return llvm::any_of(
             Parts,
             [&](SourceRange Part) { return ageOf(Part, SM) == Age::New; })
             ? Age::New
             : Age::Existing;
}

bool NewCode::isNew(FileID File, unsigned First, unsigned Last,
                    const SourceManager &SM) const {
  const std::string Path = pathOf(File, SM);
  if (Existing.match(Path))
    return false;
  if (!Lines)
    return true;
  llvm::SmallString<256> Real; // links in a path must not hide a file
  if (llvm::sys::fs::real_path(Path, Real))
    Real = Path;
  for (const tidy::FileFilter &Each : *Lines) {
    if (!isMeant(Path, Real, Each.Name))
      continue;
    if (Each.LineRanges.empty()) // the whole file is named
      return true;
    for (const auto &[From, To] : Each.LineRanges)
      if (From <= Last && First <= To)
        return true;
  }
  return false;
}

const std::vector<SourceLocation> &
NewCode::newExpansions(const SourceManager &SM) const {
  if (Expansions)
    return *Expansions;
  Expansions.emplace();
  llvm::DenseMap<SourceLocation, bool> Definitions;
  for (unsigned I = 0; I < SM.local_sloc_entry_size(); ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isExpansion() || !Entry.getExpansion().isMacroBodyExpansion())
      continue;
    const SourceLocation Body = Entry.getExpansion().getSpellingLoc();
    const auto [Known, First] = Definitions.try_emplace(Body, false);
    // A token that was pasted together or that the compiler defines has no
    // file.
    if (const FileID File = SM.getFileID(Body);
        First && Body.isFileID() && SM.getFileEntryRefForID(File)) {
      const unsigned Next = I + 1 < SM.local_sloc_entry_size()
                                ? SM.getLocalSLocEntry(I + 1).getOffset()
                                : SM.getNextLocalOffset();
      // An entry is as long as the definition's tokens, and one more.
      const SourceLocation End =
          Body.getLocWithOffset(Next - Entry.getOffset() - 1);
      Known->second = isNew(File, SM.getSpellingLineNumber(Body),
                            SM.getSpellingLineNumber(End), SM);
    }
    if (Known->second)
      Expansions->push_back(
          SM.getExpansionLoc(Entry.getExpansion().getExpansionLocStart()));
  }
  return *Expansions;
}

Age NewCode::ageOf(SourceRange Part, const SourceManager &SM) const {
  const SourceLocation Begin = SM.getExpansionLoc(Part.getBegin());
  SourceLocation End = SM.getExpansionRange(Part.getEnd()).getEnd();
  // What stood between an expression and its semicolon belonged to it.
  if (const auto Next = Lexer::findNextToken(End, SM, LangOptions());
      Next && Next->is(tok::semi))
    End = Next->getLocation();
  const FileID File = SM.getFileID(Begin);
  const unsigned First = SM.getExpansionLineNumber(Begin);
  const unsigned Last = std::max(First, SM.getExpansionLineNumber(End));
  if (isNew(File, First, Last, SM))
    return Age::New;
  if (!Lines || Existing.match(pathOf(File, SM)))
    return Age::Existing;
  const bool Expands = llvm::any_of(newExpansions(SM), [&](SourceLocation At) {
    return SM.getFileID(At) == File &&
           SM.getFileOffset(Begin) <= SM.getFileOffset(At) &&
           SM.getFileOffset(At) <= SM.getFileOffset(End);
  });
  return Expands ? Age::New : Age::Existing;
}

} // namespace async_tidy
