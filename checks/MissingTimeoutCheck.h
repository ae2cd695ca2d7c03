// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds gathers, safe or raw, that may wait for ever: no deadline that
/// cancels is on the call, around it, behind it or on every child, and the
/// work is long-running or the call is cleanup.
//
//   Before: co_await safe_gather(a.shutdown(), b.shutdown());
//   After:  co_await safe_gather(timeout(10s), a.shutdown(), b.shutdown());

#ifndef ASYNC_TIDY_MISSINGTIMEOUTCHECK_H
#define ASYNC_TIDY_MISSINGTIMEOUTCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class MissingTimeoutCheck final : public AsyncCheck {
  static constexpr std::array Own = {option::RequireDeadline};

public:
  static constexpr CheckInfo Info{
      .Id = Rule::MissingTimeout,
      .Name = "async-missing-timeout",
      .Summary = "Finds gathers in cleanup or of long-running work that have "
                 "no deadline.",
      .Fix = FixKind::Sometimes,
      .Since = "0.1",
      .Options = Own};

  MissingTimeoutCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_MISSINGTIMEOUTCHECK_H
