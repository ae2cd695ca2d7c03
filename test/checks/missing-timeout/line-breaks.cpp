// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options that are put in front of a line break leave no blank before it.
//
// RUN: %check_async %s async-missing-timeout %t -- "--config={CheckOptions: {DefaultTimeout: '30s'}}"

#include "boost_asio.h"
#include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> fetch();

asio::awaitable<void> bad_chain() {
  co_await (
      fetch() && fetch());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)),{{$}}
  // CHECK-FIXES-NEXT: fetch(), fetch());
}

asio::awaitable<void> bad_call() {
  co_await safe_async::safe_gather(
      fetch(), fetch());
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)),{{$}}
}
