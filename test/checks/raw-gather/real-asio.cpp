// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's own headers instead of our mock, in one file to parse them
// only a few times.
//
// REQUIRES: asio
// RUN: %check_async %s async-raw-gather %t --real --no-crlf

#include "asio.h"
// CHECK-FIXES: #include <safe_async/asio.hpp>

#include <chrono>
#include <string>
#include <tuple>
#include <utility>

using namespace asio::experimental::awaitable_operators;

asio::awaitable<int> number();
asio::awaitable<std::string> name();
asio::awaitable<void> nothing();

asio::awaitable<void> bad_void() {
  co_await (nothing() && nothing());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(nothing(), nothing());
}

asio::awaitable<int> bad_values() {
  auto [a, b, c] = co_await (number() && name() && number());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [a, b, c] = co_await safe_async::safe_gather(number(), name(), number());
  co_return a + c + static_cast<int>(b.size());
}

asio::awaitable<std::tuple<int, std::string>> bad_returned() {
  co_return co_await (number() && name());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_return co_await safe_async::safe_gather(number(), name());
}

asio::awaitable<int> bad_one_of_two_is_void() {
  co_return co_await (nothing() && number());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_return co_await safe_async::safe_gather(nothing(), number());
}

asio::awaitable<void> bad_read_and_write(asio::ip::tcp::socket &socket, std::string &in, std::string &out) {
  auto [read, written] = co_await (asio::async_read(socket, asio::buffer(in), asio::use_awaitable) && asio::async_write(socket, asio::buffer(out), asio::use_awaitable));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [read, written] = co_await safe_async::safe_gather(asio::async_read(socket, asio::buffer(in), asio::use_awaitable), asio::async_write(socket, asio::buffer(out), asio::use_awaitable));
  in.resize(read);
  out.resize(written);
}

asio::awaitable<void> bad_gather_in_a_race() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  timer.expires_after(std::chrono::seconds(1));
  co_await ((nothing() && nothing()) || timer.async_wait(asio::use_awaitable));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await (safe_async::safe_gather(nothing(), nothing()) || timer.async_wait(asio::use_awaitable));
}

struct service {
  asio::awaitable<void> shutdown() {
    co_await (nothing() && nothing());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, nothing(), nothing());
  }
};

template <class F> asio::awaitable<void> bad_template(F f) {
  co_await (f() && nothing()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

void bad_spawned(asio::io_context &context) {
  asio::co_spawn(context, []() -> asio::awaitable<void> {
    co_await (nothing() && nothing());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(nothing(), nothing());
    co_await bad_template(nothing);
  }, asio::detached);
}

asio::awaitable<void> bad_parallel_group(asio::any_io_executor executor) {
  co_await asio::experimental::make_parallel_group(
               asio::co_spawn(executor, number(), asio::experimental::deferred),
               asio::co_spawn(executor, name(), asio::experimental::deferred))
      .async_wait(asio::experimental::wait_for_all(), asio::use_awaitable); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

asio::awaitable<void> ok_race(asio::ip::tcp::socket &socket, std::string &in) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  co_await (asio::async_read(socket, asio::buffer(in), asio::use_awaitable) || timer.async_wait(asio::use_awaitable));
  if (in.empty() && in.capacity() != 0)
    co_await timer.async_wait(asio::use_awaitable);
}
