// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of async-uncaptured-cleanup; the judgement is core/Decide.h's.

#include "UncapturedCleanupCheck.h"

#include "Phrases.h"
#include "ast/AsyncAwait.h"
#include "core/NodeRules.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace async_tidy {
namespace {

// LLVM 16 has no matcher of this name yet.
const ast_matchers::internal::VariadicDynCastAllOfMatcher<Stmt,
                                                          CoroutineBodyStmt>
    CoroutineBody;

} // namespace

void UncapturedCleanupCheck::registerMatchers(MatchFinder *Finder) {
  AsyncCheck::registerMatchers(Finder);
  Finder->addMatcher(CoroutineBody().bind("coroutine"), this);
}

void UncapturedCleanupCheck::check(const MatchFinder::MatchResult &Result) {
  const auto *Body = Result.Nodes.getNodeAs<CoroutineBodyStmt>("coroutine");
  if (!Body)
    return AsyncCheck::check(Result);
  if (!isOurs(Body->getBeginLoc(), *Result.SourceManager))
    return;
  for (const AsyncAwait &Await :
       awaitsAroundRethrow(*Body, *Result.Context, rows(), settings().words()))
    if (mayReplaceException(Await.Facts) && firstTime(Await.Loc)) {
      reported(Await.Loc, siteOf(*Await.Site, *Result.Context),
               *Result.Context);
      diag(Await.Loc, "'%0' is awaited before an exception is rethrown: if it "
                      "fails, its failure takes the place of that exception, "
                      "and what follows is not cleaned up; capture its "
                      "failure, or handle it here")
          << Await.Callee;
    }
}

DiagnosticBuilder UncapturedCleanupCheck::report(const AsyncCall &Call,
                                                 const Verdict &) {
  const GatherSpelling Spelling = settings().spellingFor(Call);
  const bool Replaces = Call.Facts.Site.Where == Region::BeforeRethrow;
  const std::string ToDo =
      remedy(Call, settings().replacement(),
             "use '" + Spelling.Function + "' with '" +
                 Spelling.ReturnExceptions + "', so that all of it is done");
  return diag(Call.At.Loc,
              "'%0' (%1) %2 does not capture failures: %3, and %select{what "
              "follows is not cleaned up|it takes the place of the exception "
              "that was to be rethrown}4; %5",
              levelOf(*Call.Row.Library))
         << Call.displayName() << Call.Row.Root->Title << inCleanupOf(Call)
         << whenAChildFails(Call) << Replaces << ToDo;
}

} // namespace async_tidy
