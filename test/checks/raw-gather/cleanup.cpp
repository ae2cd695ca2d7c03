// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In a cleanup region the fix captures, so that no failure stops a sibling.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

struct session {
  asio::awaitable<void> close();
  asio::awaitable<int> drain();
  asio::awaitable<void> write_log();
};
asio::awaitable<void> tidy_up_once();

// By the name of the function …
asio::awaitable<void> shutdown() {
  co_await (tidy_up_once() && tidy_up_once());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, tidy_up_once(), tidy_up_once());
}

struct server {
  asio::awaitable<void> async_stop() {
    co_await (tidy_up_once() && tidy_up_once());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, tidy_up_once(), tidy_up_once());
  }
};

// … of the lambda …
asio::awaitable<void> run_lambda() {
  auto teardown = []() -> asio::awaitable<void> {
    co_await (tidy_up_once() && tidy_up_once());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, tidy_up_once(), tidy_up_once());
  };
  co_await teardown();
}

// … or of every child.
asio::awaitable<void> replace(session &old, session &other) {
  co_await (old.close() && other.close());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, old.close(), other.close());
}

// Between the capture of an exception and its rethrow.
asio::awaitable<void> transaction() {
  std::exception_ptr failure;
  try {
    co_await tidy_up_once();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) {
    co_await (tidy_up_once() && tidy_up_once());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
    // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, tidy_up_once(), tidy_up_once());
    std::rethrow_exception(failure);
  }
}

// Where the result is used, capturing changes its type: by hand only.
asio::awaitable<int> stop(session &a, session &b) {
  auto [x, y] = co_await (a.drain() && b.drain()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  co_return x + y;
}

// One child of many is no cleanup, and these names are none.
asio::awaitable<void> start(session &s) {
  co_await (s.write_log() && s.close());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(s.write_log(), s.close());
}
asio::awaitable<void> close_position() {
  co_await (tidy_up_once() && tidy_up_once());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(tidy_up_once(), tidy_up_once());
}
asio::awaitable<void> on_connection_closed() {
  co_await (tidy_up_once() && tidy_up_once());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(tidy_up_once(), tidy_up_once());
}
asio::awaitable<void> stopwatch() {
  co_await (tidy_up_once() && tidy_up_once());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(tidy_up_once(), tidy_up_once());
}
asio::awaitable<void> cleanup_temp_files() {
  co_await (tidy_up_once() && tidy_up_once());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(tidy_up_once(), tidy_up_once());
}
