// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A team's own exception for cancellation, and words of its own for cleanup.
//
// RUN: %check_async %s async-swallowed-cancellation %t -- --config="{CheckOptions: {async-swallowed-cancellation.CancellationTypes: 'team::aborted', CleanupWords: 'retire'}}"

#include "libcoro.h"

#include <exception>

namespace team {
struct error : std::exception {};
struct aborted : error {};
} // namespace team

void log(const char *);
coro::task<void> work();

coro::task<void> bad_base_class() {
  try {
    co_await work();
  } catch (const team::error &) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: the handler for 'team::error' swallows the cancellation of libcoro ('team::aborted'): {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const team::aborted &) {
    // CHECK-FIXES-NEXT: throw;
    log("failed");
  }
}

coro::task<void> bad_own_type() {
  try {
    co_await work();
  } catch (const team::aborted &) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
    log("aborted");
  }
}

coro::task<void> ok_rethrown() {
  try {
    co_await work();
  } catch (const team::aborted &) {
    throw;
  } catch (...) {
    log("failed");
  }
}

coro::task<void> retire() {
  try {
    co_await work();
  } catch (...) {
    log("failed");
  }
}
