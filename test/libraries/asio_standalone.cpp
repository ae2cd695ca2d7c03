// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/asio.yml found under the root of standalone Asio?
//
// RUN: %check_async %s async-raw-gather %t

#include "asio.h"
// CHECK-FIXES: #include <safe_async/asio.hpp>

using namespace asio::experimental::awaitable_operators;

asio::awaitable<void> step();
asio::awaitable<int> value(int Id);

asio::awaitable<void> bad_operator() {
  auto [A, B] = co_await (value(1) && value(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: raw gather '&&' of Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
  // CHECK-FIXES: auto [A, B] = co_await safe_async::safe_gather(value(1), value(2));
}

asio::awaitable<void> ok_race() { co_await (step() || step()); }
