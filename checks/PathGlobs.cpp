// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See PathGlobs.h.

#include "PathGlobs.h"

#include "OptionList.h"
#include "ast/Failure.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Path.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {

llvm::Expected<PathGlobs> PathGlobs::create(StringRef Option, StringRef Text) {
  PathGlobs Out;
  for (StringRef Part : listOf(Text)) {
    std::string Glob = Part.str();
    if (Glob.front() != '/' && Glob.front() != '*')
      Glob.insert(0, "*/");
    auto Kept = std::make_shared<const std::string>(std::move(Glob));
    auto Pattern = llvm::GlobPattern::create(*Kept);
    if (!Pattern)
      return failure(Option + ": '" + Part +
                     "' is no glob: " + llvm::toString(Pattern.takeError()));
    Out.Texts.push_back(std::move(Kept));
    Out.Patterns.push_back(std::move(*Pattern));
  }
  return Out;
}

bool PathGlobs::match(StringRef Path) const {
  return llvm::any_of(Patterns, [Path](const llvm::GlobPattern &Pattern) {
    return Pattern.match(Path);
  });
}

std::string absolutePath(SourceLocation Loc, const SourceManager &SM) {
  llvm::SmallString<256> Path = SM.getFilename(SM.getExpansionLoc(Loc));
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

} // namespace async_tidy
