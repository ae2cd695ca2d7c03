// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers in a cleanup region that do not capture failures: the first
/// one ends the function, and what was to be cleaned up behind it is not. Also
/// awaited calls that may fail while an exception waits to be rethrown.
//
//   Before: co_await safe_gather(a.shutdown(), b.shutdown());
//   After:  co_await safe_gather(return_exceptions, a.shutdown(),
//   b.shutdown());

#ifndef ASYNC_TIDY_UNCAPTUREDCLEANUPCHECK_H
#define ASYNC_TIDY_UNCAPTUREDCLEANUPCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class UncapturedCleanupCheck final : public AsyncCheck {
public:
  static constexpr CheckInfo Info{.Id = Rule::UncapturedCleanup,
                                  .Name = "async-uncaptured-cleanup",
                                  .Summary =
                                      "Finds awaits in cleanup that let the "
                                      "first failure end the cleanup.",
                                  .Fix = FixKind::Sometimes,
                                  .Since = "0.1"};

  UncapturedCleanupCheck(llvm::StringRef Name,
                         clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_UNCAPTUREDCLEANUPCHECK_H
