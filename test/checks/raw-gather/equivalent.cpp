// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// AcceptEquivalent spares what keeps every promise and has a deadline, and
// nothing else.
//
// RUN: %check_async %s async-raw-gather %t --findings-only -- "--config={CheckOptions: {async-raw-gather.AcceptEquivalent: true}}"

#include "folly.h"

folly::coro::Task<int> compute();

folly::coro::Task<void> ok_with_a_deadline() {
  co_await folly::coro::timeout(folly::coro::collectAll(compute(), compute()), std::chrono::seconds(3));
}

folly::coro::Task<void> bad_without() {
  co_await folly::coro::collectAll(compute(), compute());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

folly::coro::Task<void> bad_orphaning_deadline() {
  co_await folly::coro::timed_wait(folly::coro::collectAll(compute(), compute()), std::chrono::seconds(3));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

folly::coro::Task<void> bad_captures_only() {
  co_await folly::coro::timeout(folly::coro::collectAllTry(compute(), compute()), std::chrono::seconds(3));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}
