// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file that does not compile: what is sure is still found, and its errors
// are shown.
//
// RUN: %check_async %s async-raw-gather %t --broken

#include "boost_asio.h"

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();

asio::awaitable<void> bad() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

asio::awaitable<void> broken() {
  co_await (one() && missing());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: error: {{.*}}missing
}
