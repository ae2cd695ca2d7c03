// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-swallowed-cancellation; the judgement is
// core/NodeRules.h's.

#include "SwallowedCancellationCheck.h"

#include "Phrases.h"
#include "ast/AsyncHandler.h"
#include "core/NodeRules.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace async_tidy {
namespace {

/// What the handler says it takes.
std::string takenBy(const AsyncHandler &H) {
  const QualType Caught = H.Catch->getCaughtType();
  if (Caught.isNull())
    return "catch (...)";
  const CXXRecordDecl *Record =
      Caught.getNonReferenceType()->getAsCXXRecordDecl();
  return "the handler for '" + Record->getQualifiedNameAsString() + "'";
}

std::string remedyFor(const AsyncHandler &H) {
  switch (H.Facts.What) {
  case Takes::OwnType:
    return "rethrow it, with 'throw;', when this is done";
  case Takes::BaseClass:
  case Takes::Everything:
  case Takes::Nothing:
    break;
  }
  if (H.Facts.Channel == CancellationChannel::ErrorCode)
    return "rethrow when the code is that of a cancelled operation";
  return "rethrow " + (H.Cancelled.empty() ? "it" : "'" + H.Cancelled + "'") +
         " first";
}

} // namespace

SwallowedCancellationCheck::SwallowedCancellationCheck(
    llvm::StringRef Name, tidy::ClangTidyContext *Context)
    : AsyncBase(Info, Name, Context),
      ExtraTypes(listOption(CancellationTypes)) {}

void SwallowedCancellationCheck::registerMatchers(MatchFinder *Finder) {
  AsyncBase::registerMatchers(Finder);
  Finder->addMatcher(cxxTryStmt().bind("try"), this);
}

void SwallowedCancellationCheck::check(const MatchFinder::MatchResult &Result) {
  const auto &Try = *Result.Nodes.getNodeAs<CXXTryStmt>("try");
  const SourceManager &SM = *Result.SourceManager;
  if (!isOurs(Try.getBeginLoc(), SM))
    return;
  for (const AsyncHandler &H : describeHandlers(
           Try, *Result.Context, rows(), settings().words(), ExtraTypes)) {
    const SourceLocation Loc = H.Catch->getCatchLoc();
    if (!swallowsCancellation(H.Facts) || !firstTime(Loc))
      continue;
    reported(Loc, siteOf(*H.Catch, Try, H.Awaits, SM), *Result.Context);
    const bool Ends = H.Then == Afterwards::Ends;
    auto Warning =
        diag(Loc,
             "%0 swallows the cancellation of %1%2: the coroutine "
             "%select{goes on although it was cancelled|ends as if it "
             "had done its work, although it was cancelled}3; %4",
             levelOf(*H.Library))
        << takenBy(H) << H.Root->Title
        << (H.Facts.What == Takes::OwnType || H.Cancelled.empty()
                ? std::string()
                : " ('" + H.Cancelled + "')")
        << Ends << remedyFor(H);
    if (refusalFor(H.Facts) == Refusal::None)
      attach(std::move(Warning), Loc, rethrowCancellation(H, *Result.Context),
             Safety::Safe, "rethrow the cancellation");
    else
      const DiagnosticBuilder Emitted(std::move(Warning));
    noteParts(H.Awaits, Loc, "awaited here", SM);
    return;
  }
}

} // namespace async_tidy
