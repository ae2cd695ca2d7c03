// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// No deadline that cancels, and long work or cleanup.
//
// RUN: %check_async %s async-missing-timeout %t --findings-only

#include "async_simple.h"
#include "boost_asio.h"
#include "folly.h"
#include <chrono>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

asio::awaitable<int> compute();
asio::awaitable<int> fetch_price();
asio::awaitable<void> close_file();
folly::coro::Task<int> fetch_row();

asio::awaitable<void> bad_long_running_verb() {
  co_await (fetch_price() && fetch_price());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} has no deadline: {{.*}} [async-missing-timeout]
}

asio::awaitable<void> bad_io_row(asio::ip::tcp::socket &socket, char *in, char *out) {
  co_await (asio::async_read(socket, asio::buffer(in), asio::use_awaitable) &&
            asio::async_write(socket, asio::buffer(out), asio::use_awaitable));
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} has no deadline: {{.*}} [async-missing-timeout]
}

asio::awaitable<void> shutdown() {
  co_await (close_file() && close_file());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} has no deadline: {{.*}} [async-missing-timeout]
}

// A deadline that orphans the work is none.
folly::coro::Task<void> bad_orphaning() {
  co_await folly::coro::timed_wait(folly::coro::collectAll(fetch_row(), fetch_row()), 5s);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} has only a deadline that orphans the work: {{.*}} [async-missing-timeout]
}

asio::awaitable<void> ok_short_work() { co_await (compute() && compute()); }

folly::coro::Task<void> ok_deadline_around() {
  co_await folly::coro::timeout(folly::coro::collectAll(fetch_row(), fetch_row()), 5s);
}

folly::coro::Task<void> ok_deadline_on_every_child() {
  co_await folly::coro::collectAll(folly::coro::timeout(fetch_row(), 5s), folly::coro::timeout(fetch_row(), 5s));
}

asio::awaitable<void> ok_racing_timer(asio::steady_timer &timer) {
  co_await ((fetch_price() && fetch_price()) || timer.async_wait(asio::use_awaitable));
}

// A gather that ends with the first child, of which one is a timer.
async_simple::coro::Lazy<int> fetch_line();
async_simple::coro::Lazy<> ok_gather_with_a_timer() {
  using namespace async_simple::coro;
  using async_simple::SignalType;
  co_await collectAll<SignalType::Terminate>(fetch_line(), async_simple::coro::sleep(5s));
  co_await collectAll<SignalType::Terminate>(collectAll(fetch_line(), fetch_line()), async_simple::coro::sleep(5s));
}
// The timer of one that waits for all of them stops nothing.
async_simple::coro::Lazy<> bad_gather_with_a_timer() {
  co_await async_simple::coro::collectAll(fetch_line(), async_simple::coro::sleep(5s));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} has no deadline: {{.*}} [async-missing-timeout]
}
async_simple::coro::Lazy<> bad_no_timer() {
  co_await async_simple::coro::collectAll<async_simple::SignalType::Terminate>(fetch_line(), fetch_line());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} has no deadline: {{.*}} [async-missing-timeout]
}

asio::awaitable<void> ok_silenced() {
  co_await (fetch_price() && fetch_price()); // NOLINT(async-missing-timeout)
}
