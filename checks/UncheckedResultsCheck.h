// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers that return every failure as a value, where nobody looks at
/// the values: the failures are lost without a trace.
//
//   Before: co_await collectAllTry(a(), b());
//   After:  auto [x, y] = co_await collectAllTry(a(), b());
//           if (x.hasException()) ...

#ifndef ASYNC_TIDY_UNCHECKEDRESULTSCHECK_H
#define ASYNC_TIDY_UNCHECKEDRESULTSCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class UncheckedResultsCheck final : public AsyncCheck {
public:
  static constexpr CheckInfo Info{
      .Id = Rule::UncheckedResults,
      .Name = "async-unchecked-results",
      .Summary = "Finds captured results that nobody looks at.",
      .Fix = FixKind::Never,
      .Since = "0.1"};

  UncheckedResultsCheck(llvm::StringRef Name,
                        clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
  /// Of a gather whose results a chain throws away.
  clang::DiagnosticBuilder reportChain(const AsyncCall &Call);
};

} // namespace async_tidy

#endif // ASYNC_TIDY_UNCHECKEDRESULTSCHECK_H
