// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ways to write one gather, and what is one gather and what is two.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
#include <string>
#include <utility>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<int> number();
asio::awaitable<std::string> name();
asio::awaitable<void> nothing();
void use(int, std::string);

asio::awaitable<void> bad_discarded() {
  co_await (nothing() && nothing());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(nothing(), nothing());
}

asio::awaitable<void> bad_destructured() {
  auto [n, s] = co_await (number() && name());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [n, s] = co_await safe_async::safe_gather(number(), name());
  use(n, s);
}

asio::awaitable<std::tuple<int, std::string>> bad_returned() {
  co_return co_await (number() && name());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_return co_await safe_async::safe_gather(number(), name());
}

asio::awaitable<void> bad_in_an_expression() {
  use(std::get<0>(co_await (number() && name())), "");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: use(std::get<0>(co_await safe_async::safe_gather(number(), name())), "");
}

asio::awaitable<int> bad_one_value() {
  co_return co_await (nothing() && number());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_return co_await safe_async::safe_gather(nothing(), number());
}

// A chain is one gather with three children.
asio::awaitable<void> bad_chain() {
  auto [a, b, c] = co_await (number() && name() && number());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [a, b, c] = co_await safe_async::safe_gather(number(), name(), number());
  use(a + c, b);
}

// So it is with the parentheses that the operator would have by itself.
asio::awaitable<void> bad_left_parentheses() {
  co_await ((nothing() && nothing()) && nothing());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(nothing(), nothing(), nothing());
}

// A race is none of our business, the gather inside it is.
asio::awaitable<void> bad_inside_a_race() {
  co_await (nothing() || (nothing() && nothing()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await (nothing() || safe_async::safe_gather(nothing(), nothing()));
}

asio::awaitable<void> bad_moved_children() {
  asio::awaitable<void> first = nothing();
  asio::awaitable<void> second = nothing();
  co_await (std::move(first) && std::move(second));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(std::move(first), std::move(second));
}

asio::awaitable<void> bad_over_lines() {
  co_await (nothing() &&
            nothing());
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(nothing(),
}
