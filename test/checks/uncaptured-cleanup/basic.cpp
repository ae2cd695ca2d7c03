// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cleanup in which the first failure ends the rest.
//
// RUN: %check_async %s async-uncaptured-cleanup %t --findings-only

#include "boost_asio.h"
#include "folly.h"

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> finish();
folly::coro::Task<void> close_session();

asio::awaitable<void> shutdown() {
  co_await (finish() && finish());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} does not capture failures: {{.*}} what follows is not cleaned up; {{.*}} [async-uncaptured-cleanup]
}

folly::coro::Task<void> bad_all_children_are_cleanup() {
  co_await folly::coro::collectAll(close_session(), close_session());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} does not capture failures: {{.*}} what follows is not cleaned up; {{.*}} [async-uncaptured-cleanup]
}

asio::awaitable<void> bad_before_rethrow() {
  std::exception_ptr failure;
  try {
    co_await finish();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) {
    co_await (finish() && finish());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} it takes the place of the exception that was to be rethrown; {{.*}} [async-uncaptured-cleanup]
    std::rethrow_exception(failure);
  }
}

folly::coro::Task<void> stop() {
  co_await folly::coro::collectAllTry(close_session(), close_session()); // ok: captures
}

asio::awaitable<void> ok_no_cleanup() { co_await (finish() && finish()); }
asio::awaitable<void> close_position() { co_await (finish() && finish()); }
