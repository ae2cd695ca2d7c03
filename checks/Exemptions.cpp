// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Exemptions.h. A name is matched like a path, with a slash for each `::`,
// so that both kinds of exemption are written alike.

#include "Exemptions.h"

#include "clang/AST/Decl.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ast_matchers;
using llvm::StringRef;

namespace async_tidy {
namespace {

std::string asPath(std::string Name) {
  for (size_t At = 0; (At = Name.find("::", At)) != std::string::npos;)
    Name.replace(At, 2, "/");
  return Name;
}

} // namespace

llvm::Expected<Exemptions> Exemptions::create(StringRef Paths,
                                              StringRef Functions) {
  Exemptions Out;
  auto Files = PathGlobs::create("ExemptPaths", Paths);
  if (!Files)
    return Files.takeError();
  Out.Paths = std::move(*Files);
  auto Names = PathGlobs::create("ExemptFunctions", asPath(Functions.str()));
  if (!Names)
    return Names.takeError();
  Out.Functions = std::move(*Names);
  return Out;
}

void Exemptions::registerMatchers(MatchFinder &Finder) {
  if (!Functions.empty())
    Finder.addMatcher(functionDecl(isDefinition()).bind("function"), this);
}

void Exemptions::run(const MatchFinder::MatchResult &Result) {
  const auto &Function = *Result.Nodes.getNodeAs<FunctionDecl>("function");
  if (Functions.match("/" + asPath(Function.getQualifiedNameAsString())))
    Bodies.push_back(Function.getSourceRange());
}

bool Exemptions::cover(SourceLocation Loc, const SourceManager &SM) const {
  const SourceLocation At = SM.getExpansionLoc(Loc);
  if (!Paths.empty()) {
    const auto [Known, New] = Files.try_emplace(SM.getFileID(At), false);
    if (New)
      Known->second = Paths.match(absolutePath(At, SM));
    if (Known->second)
      return true;
  }
  return llvm::any_of(Bodies, [&](SourceRange Body) {
    return SM.isPointWithin(At, SM.getExpansionLoc(Body.getBegin()),
                            SM.getExpansionRange(Body.getEnd()).getEnd());
  });
}

} // namespace async_tidy
