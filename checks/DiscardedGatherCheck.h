// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers, races and timeouts whose awaitable is thrown away: lazy ones
/// never start, the failures of eager ones are lost.
//
//   Before: collectAll(a(), b());
//   After:  co_await collectAll(a(), b());

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

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_DISCARDEDGATHERCHECK_H
