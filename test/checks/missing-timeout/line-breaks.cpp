// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options that are put in front of a line break leave no blank before it.
//
// RUN: %check_async %s async-missing-timeout %t -- "--config={CheckOptions: {DefaultTimeout: '30s'}}"

#include "boost_asio.h"
#include "folly.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-FIXES: #include <safe_async/folly.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> fetch();
folly::coro::Task<int> fetch_row();

asio::awaitable<void> bad_chain() {
  co_await (
      fetch() && fetch());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)),{{$}}
  // CHECK-FIXES-NEXT: fetch(), fetch());
}

folly::coro::Task<void> bad_call() {
  co_await folly::coro::collectAll(
      fetch_row(), fetch_row());
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)),{{$}}
}
