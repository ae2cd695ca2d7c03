// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The include is there already: it is not added again.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
#include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();

asio::awaitable<void> bad() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), one());
}
