// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers, races, timeouts and lazy tasks that nobody awaits, and
/// futures that are held as if they were the guard they will give.
//
//   Before: collectAll(a(), b());
//           auto units = get_units(semaphore, 1);
//   After:  co_await collectAll(a(), b());
//           auto units = co_await get_units(semaphore, 1);

#ifndef ASYNC_TIDY_DISCARDEDGATHERCHECK_H
#define ASYNC_TIDY_DISCARDEDGATHERCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class DiscardedGatherCheck final : public AsyncCheck {
public:
  static constexpr CheckInfo Info{
      .Id = Rule::DiscardedGather,
      .Name = "async-discarded-gather",
      .Summary = "Finds awaitables that are dropped without being awaited.",
      .Fix = FixKind::Sometimes,
      .Since = "0.1"};

  DiscardedGatherCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void reportDrop(const struct AsyncDrop &Drop, clang::ASTContext &AST);
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_DISCARDEDGATHERCHECK_H
