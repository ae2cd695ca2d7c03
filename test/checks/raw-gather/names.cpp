// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// However the operator is found, it is the library's; the fix names ours in
// full.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

boost::asio::awaitable<void> one();
boost::asio::awaitable<void> two();

namespace ops = boost::asio::experimental::awaitable_operators;

boost::asio::awaitable<void> bad_directive() {
  using namespace boost::asio::experimental::awaitable_operators;
  co_await (one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
}

boost::asio::awaitable<void> bad_directive_of_an_alias() {
  using namespace ops;
  co_await (one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
}

boost::asio::awaitable<void> bad_using_declaration() {
  using ops::operator&&;
  co_await (one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
}

boost::asio::awaitable<void> bad_alternative_token() {
  using ops::operator&&;
  co_await (one() and two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
}

boost::asio::awaitable<void> bad_called_by_name() {
  co_await ops::operator&&(one(), two()); // unfixed: no operator to edit
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}
