// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A fixture that must fail: an expected fix that does not come.

#include "boost_asio.h"
using namespace boost::asio::experimental::awaitable_operators;
boost::asio::awaitable<void> one();
boost::asio::awaitable<void> f() {
  auto both = one() && one();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto both = safe_async::safe_gather(one(), one());
  co_await static_cast<decltype(both) &&>(both);
}
