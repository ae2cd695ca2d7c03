// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Existing code is judged by the tree: cleanup that captures is kept, what
// neither fail-fast nor a timeout would help is of low priority, the rest is
// worth migrating.
//
// RUN: %check_async %s async-raw-gather %t --findings-only -- "--config={CheckOptions: {async-raw-gather.ExistingPaths: '*/existing.cpp'}}"

#include "cppcoro.h"
#include "folly.h"
#include "stdexec.h"

folly::coro::Task<int> compute();
folly::coro::Task<int> fetch_price();
folly::coro::Task<void> close_all();
exec::task<int> count();
exec::task<int> read_file();

// KEEP: cleanup, every failure is returned.
folly::coro::Task<void> shutdown() {
  co_await folly::coro::collectAllTry(close_all(), close_all());
}

// MIGRATE: cleanup, and one failing child cancels the other's cleanup.
folly::coro::Task<void> stop() {
  co_await folly::coro::collectAll(close_all(), close_all());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: existing raw gather 'folly::coro::collectAll' of folly: {{.*}} [async-raw-gather]
}

// LOW_PRIORITY: cancels, joins, reports the cause; short work.
folly::coro::Task<void> total() {
  co_await folly::coro::collectAll(compute(), compute());
}
exec::task<int> counts() {
  co_await stdexec::when_all(count(), count());
  co_return 0;
}

// MIGRATE: the same, but it waits for the outside world without a deadline.
folly::coro::Task<void> prices() {
  co_await folly::coro::collectAll(fetch_price(), fetch_price());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: existing raw gather 'folly::coro::collectAll' of folly: {{.*}} [async-raw-gather]
}
exec::task<int> files() {
  co_await stdexec::when_all(read_file(), read_file());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: existing raw gather 'stdexec::when_all' of stdexec: {{.*}} [async-raw-gather]
  co_return 0;
}

// A deadline around it helps already.
folly::coro::Task<void> prices_in_time() {
  co_await folly::coro::timeout(folly::coro::collectAll(fetch_price(), fetch_price()), std::chrono::seconds(3));
}

// In a template the only argument may be a range: it counts as several children
// that nobody cancels. One child is one.
template <class Tasks> cppcoro::task<void> all_of(Tasks tasks) {
  co_await cppcoro::when_all(static_cast<Tasks &&>(tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: existing raw gather 'cppcoro::when_all' of cppcoro: {{.*}} [async-raw-gather]
}
cppcoro::task<void> only_one(cppcoro::task<int> task) {
  co_await cppcoro::when_all(static_cast<cppcoro::task<int> &&>(task));
}
