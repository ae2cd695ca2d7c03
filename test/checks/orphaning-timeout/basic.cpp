// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Deadlines that end the wait and not the work.
//
// RUN: %check_async %s async-orphaning-timeout %t --findings-only

#include "boost_asio.h"
#include "folly.h"
#include <chrono>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

folly::coro::Task<int> work();
asio::awaitable<int> compute();

folly::coro::Task<void> bad_timed_wait() {
  co_await folly::coro::timed_wait(work(), 5s);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} orphans the work at its deadline: {{.*}} [async-orphaning-timeout]
}

// Asio's race does join; its fault is another.
asio::awaitable<void> bad_race_against_a_timer(asio::steady_timer &timer) {
  co_await (compute() || timer.async_wait(asio::use_awaitable));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} used as a timeout: when the work fails, the caller still waits for the timer {{.*}} [async-orphaning-timeout]
}

folly::coro::Task<void> ok_joins() { co_await folly::coro::timeout(work(), 5s); }

asio::awaitable<void> ok_race_of_work() { co_await (compute() || compute()); }

// Timers that race each other bound nothing.
asio::awaitable<void> ok_race_of_timers(asio::steady_timer &first, asio::steady_timer &second) {
  co_await (first.async_wait(asio::use_awaitable) || second.async_wait(asio::use_awaitable));
}
