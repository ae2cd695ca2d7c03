// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Failures as values that nobody looks at.
//
// RUN: %check_async %s async-unchecked-results %t --findings-only

#include "folly.h"

folly::coro::Task<int> work();
void use(bool);

folly::coro::Task<void> bad_thrown_away() {
  co_await folly::coro::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} the result is thrown away: a failure leaves no trace; look at every result, or discard it with (void) if this is meant [async-unchecked-results]
}

folly::coro::Task<void> bad_never_read() {
  auto [a, b] = co_await folly::coro::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} nobody reads the result: a failure leaves no trace; look at every result, or mark it {{\[\[}}maybe_unused]] if this is meant [async-unchecked-results]
}

folly::coro::Task<void> ok_read() {
  auto [a, b] = co_await folly::coro::collectAllTry(work(), work());
  use(a.hasException() || b.hasException());
}

folly::coro::Task<void> ok_said_so() {
  (void)co_await folly::coro::collectAllTry(work(), work());
  [[maybe_unused]] auto both = co_await folly::coro::collectAllTry(work(), work());
  auto _ = co_await folly::coro::collectAllTry(work(), work());
  auto [ignored, ignored_too] = co_await folly::coro::collectAllTry(work(), work());
}

folly::coro::Task<void> bad_ignores_one() {
  auto [_, b] = co_await folly::coro::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} nobody reads the result: {{.*}} [async-unchecked-results]
}

folly::coro::Task<void> shutdown() {
  co_await folly::coro::collectAllTry(work(), work()); // ok: cleanup
}

folly::coro::Task<void> ok_throws() {
  co_await folly::coro::collectAll(work(), work());
}
