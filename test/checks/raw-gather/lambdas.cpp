// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A gather in a lambda, a default argument or an initialiser is a gather.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();
asio::awaitable<void> two();

asio::awaitable<void> bad_lambda_coroutine() {
  auto both = []() -> asio::awaitable<void> {
    co_await (one() && two());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
  };
  co_await both();
}

asio::awaitable<void> bad_called_at_once() {
  co_await [](int) -> asio::awaitable<void> { co_await (one() && two()); }(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await [](int) -> asio::awaitable<void> { co_await safe_async::safe_gather(one(), two()); }(1);
}

void bad_spawned(asio::io_context &context) {
  asio::co_spawn(context, []() -> asio::awaitable<void> {
    co_await (one() && two());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
  }, asio::detached);
}

void bad_spawned_directly(asio::io_context &context) {
  asio::co_spawn(context, one() && two(), asio::detached); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

struct job {
  asio::awaitable<void> both = one() && two(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
};

asio::awaitable<void> bad_stored() {
  auto both = one() && two(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  co_await std::move(both);
}

asio::awaitable<void> bad_passed_on() { return one() && two(); } // unfixed
// CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
