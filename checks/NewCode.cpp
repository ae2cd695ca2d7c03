// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See NewCode.h. A relative file name in the JSON is compared with the end of a
// path, at a directory boundary: `a.cpp` is not `data.cpp`.

#include "NewCode.h"

#include "ast/Failure.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
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

Age NewCode::ageOf(SourceRange Part, const SourceManager &SM) const {
  const SourceLocation Begin = SM.getExpansionLoc(Part.getBegin());
  SourceLocation End = SM.getExpansionRange(Part.getEnd()).getEnd();
  // What stood between an expression and its semicolon belonged to it.
  if (const auto Next = Lexer::findNextToken(End, SM, LangOptions());
      Next && Next->is(tok::semi))
    End = Next->getLocation();
  llvm::SmallString<256> Path = SM.getFilename(Begin);
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  if (Existing.match(Path))
    return Age::Existing;
  if (!Lines)
    return Age::New;
  llvm::SmallString<256> Real; // links in a path must not hide a file
  if (llvm::sys::fs::real_path(Path, Real))
    Real = Path;
  const unsigned First = SM.getExpansionLineNumber(Begin);
  const unsigned Last = std::max(First, SM.getExpansionLineNumber(End));
  for (const tidy::FileFilter &File : *Lines) {
    if (!isMeant(Path, Real, File.Name))
      continue;
    if (File.LineRanges.empty()) // the whole file is named
      return Age::New;
    for (const auto &[From, To] : File.LineRanges)
      if (From <= Last && First <= To)
        return Age::New;
  }
  return Age::Existing;
}

} // namespace async_tidy
