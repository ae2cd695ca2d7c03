// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A finding that is silenced takes nothing from the others: the include comes
// with the first one that is left.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();
asio::awaitable<void> two();

asio::awaitable<void> silenced_first() {
  co_await (one() && two()); // NOLINT(async-raw-gather)
}

asio::awaitable<void> bad_second() {
  co_await (one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
}

asio::awaitable<void> silenced_in_other_ways() {
  co_await (one() && two()); // NOLINT
  // NOLINTNEXTLINE(async-raw-gather)
  co_await (one() && two());
  // NOLINTBEGIN(async-*)
  co_await (one() && two());
  co_await (two() && one());
  // NOLINTEND(async-*)
}

asio::awaitable<void> bad_silenced_for_another_check() {
  co_await (one() && two()); // NOLINT(bugprone-use-after-move)
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two()); // NOLINT(bugprone-use-after-move)
}
