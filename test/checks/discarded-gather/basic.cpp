// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Awaitables that nobody awaits.
//
// RUN: %check_async %s async-discarded-gather %t --findings-only

#include "boost_asio.h"
#include "folly.h"
#include <chrono>
#include <utility>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

folly::coro::Task<int> work();
asio::awaitable<int> compute();

folly::coro::Task<void> bad_gather() {
  folly::coro::collectAll(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is dropped: {{.*}} [async-discarded-gather]
  co_return;
}

folly::coro::Task<void> bad_timeout() {
  folly::coro::timeout(work(), 5s);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is dropped: {{.*}} [async-discarded-gather]
  co_return;
}

void bad_operator() {
  compute() && compute();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is dropped: {{.*}} [async-discarded-gather]
}

folly::coro::Task<void> ok_awaited() { co_await folly::coro::collectAll(work(), work()); }

folly::coro::Task<void> ok_awaited_later() {
  auto both = folly::coro::collectAll(work(), work());
  co_await std::move(both);
}

void ok_spawned(asio::io_context &context) {
  asio::co_spawn(context, compute() && compute(), asio::detached);
}

folly::coro::Task<void> ok_said_so() {
  (void)folly::coro::collectAll(work(), work());
  co_return;
}
