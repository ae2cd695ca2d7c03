// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A fixture that must fail: a finding that stays and is not marked.

#include "boost_asio.h"
using namespace boost::asio::experimental::awaitable_operators;
boost::asio::awaitable<void> one();
boost::asio::awaitable<void> f() {
  // CHECK-FIXES: #include <safe_async/boost_asio.hpp>
  auto both = one() && one();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  co_await static_cast<decltype(both) &&>(both);
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), one());
}
