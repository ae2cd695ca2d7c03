// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds deadlines that end the wait but not the work, and races against a
/// timer that a failure of the work does not end.
//
//   Before: co_await folly::coro::timed_wait(work(), 5s);
//   After:  co_await safe_gather(timeout(5s), work());

#ifndef ASYNC_TIDY_ORPHANINGTIMEOUTCHECK_H
#define ASYNC_TIDY_ORPHANINGTIMEOUTCHECK_H

#include "AsyncCheck.h"

namespace async_tidy {

class OrphaningTimeoutCheck final : public AsyncCheck {
public:
  static constexpr CheckInfo Info{
      .Id = Rule::OrphaningTimeout,
      .Name = "async-orphaning-timeout",
      .Summary = "Finds timeouts and races that let the work run on.",
      .Fix = FixKind::Sometimes,
      .Since = "0.1"};

  OrphaningTimeoutCheck(llvm::StringRef Name,
                        clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {}

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_ORPHANINGTIMEOUTCHECK_H
