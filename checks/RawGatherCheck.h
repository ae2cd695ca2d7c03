// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers that are not safe_gather and judges them by the decision
/// tree: all of them in new code, those that would profit in existing code.
//
//   Before: auto [a, b] = co_await (fetch_a() && fetch_b());
//   After:  auto [a, b] = co_await safe_async::safe_gather(fetch_a(),
//   fetch_b());

#ifndef ASYNC_TIDY_RAWGATHERCHECK_H
#define ASYNC_TIDY_RAWGATHERCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class RawGatherCheck final : public AsyncCheck {
  static constexpr std::array Own = {option::AcceptEquivalent,
                                     option::ReportLowPriority};

public:
  static constexpr CheckInfo Info{.Id = Rule::RawGather,
                                  .Name = "async-raw-gather",
                                  .Summary =
                                      "Finds gathers that are not safe_gather.",
                                  .Fix = FixKind::Sometimes,
                                  .Since = "0.1",
                                  .Options = Own};

  RawGatherCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_RAWGATHERCHECK_H
