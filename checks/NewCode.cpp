// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See NewCode.h. File names in the JSON are compared as path suffixes at a
// directory boundary: `a.cpp` is not `data.cpp`.

#include "NewCode.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

llvm::Error failure(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
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

} // namespace

llvm::Expected<NewCode> NewCode::create(StringRef ExistingPaths,
                                        StringRef NewLinesFile) {
  NewCode Code;
  llvm::SmallVector<StringRef, 4> Parts;
  ExistingPaths.split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    Part = Part.trim();
    std::string Glob = Part.str();
    if (!Glob.empty() && Glob.front() != '/' && Glob.front() != '*')
      Glob.insert(0, "*/");
    auto Text = std::make_shared<const std::string>(std::move(Glob));
    auto Pattern = llvm::GlobPattern::create(*Text);
    if (!Pattern)
      return failure("ExistingPaths: '" + Part +
                     "' is no glob: " + llvm::toString(Pattern.takeError()));
    Code.Globs.push_back(std::move(Text));
    Code.Existing.push_back(std::move(*Pattern));
  }
  if (NewLinesFile.empty())
    return Code;

  auto Buffer = llvm::MemoryBuffer::getFile(NewLinesFile);
  if (!Buffer)
    return failure("NewLines: cannot read '" + NewLinesFile +
                   "': " + Buffer.getError().message());
  tidy::ClangTidyGlobalOptions Parsed;
  // An empty list means that no line is new, which the parser has no word for.
  if ((*Buffer)->getBuffer().trim() != "[]")
    if (tidy::parseLineFilter((*Buffer)->getBuffer(), Parsed))
      return failure("NewLines: '" + NewLinesFile +
                     "' is not in the format of -line-filter, for example "
                     "[{\"name\": \"src/a.cpp\", \"lines\": [[1, 9]]}]");
  Code.Lines = std::move(Parsed.LineFilter);
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
  const SourceLocation End = SM.getExpansionRange(Part.getEnd()).getEnd();
  llvm::SmallString<256> Path = SM.getFilename(Begin);
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  for (const llvm::GlobPattern &Glob : Existing)
    if (Glob.match(Path))
      return Age::Existing;
  if (!Lines)
    return Age::New;
  const unsigned First = SM.getExpansionLineNumber(Begin);
  const unsigned Last = std::max(First, SM.getExpansionLineNumber(End));
  for (const tidy::FileFilter &File : *Lines) {
    if (!isPathSuffix(Path, File.Name))
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
