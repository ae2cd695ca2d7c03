// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bugs that were found in the field, in our own words, each beside its repair.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "cppcoro.h"
#include "folly.h"

#include <exception>
#include <string>

void log(const std::string &);

// A session that is cancelled while it polls writes a line to the log and
// polls on: the server never stops.
folly::coro::Task<std::string> poll_peer();
void deliver(const std::string &);
folly::coro::Task<void> bad_session() {
  while (true) {
    try {
      deliver(co_await poll_peer());
    } catch (const std::exception &e) {
      // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} the coroutine goes on {{.*}} [async-swallowed-cancellation]
      // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
      // CHECK-FIXES-NEXT: throw;
      log("poll: " + std::string(e.what()));
    }
  }
}
folly::coro::Task<void> ok_session() {
  while (true) {
    try {
      deliver(co_await poll_peer());
    } catch (const folly::OperationCancelled &) {
      throw;
    } catch (const std::exception &e) {
      log("poll: " + std::string(e.what()));
    }
  }
}

// A retry loop takes the cancellation of its caller for one more failure, and
// tries again.
cppcoro::task<int> request(int attempt);
cppcoro::task<int> bad_retry() {
  for (int attempt = 0;; ++attempt) {
    try {
      co_return co_await request(attempt);
    } catch (...) {
      // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
      // CHECK-FIXES: } catch (const cppcoro::operation_cancelled &) {
      // CHECK-FIXES-NEXT: throw;
      log("attempt failed");
    }
  }
}
cppcoro::task<int> ok_retry(cppcoro::cancellation_token stop) {
  for (int attempt = 0;; ++attempt) {
    stop.throw_if_cancellation_requested();
    try {
      co_return co_await request(attempt);
    } catch (const cppcoro::operation_cancelled &) {
      throw;
    } catch (...) {
      log("attempt failed");
    }
  }
}

// A handler for everything turns the unwinding of a cancelled coroutine into an
// answer to the client.
struct reply {
  int status;
};
folly::coro::Task<reply> handle();
folly::coro::Task<reply> bad_reply() {
  reply answer{500};
  try {
    answer = co_await handle();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
    answer = {500};
  }
  co_return answer;
}
folly::coro::Task<reply> ok_reply() {
  reply answer{500};
  try {
    answer = co_await handle();
  } catch (const folly::OperationCancelled &) {
    throw;
  } catch (...) {
    answer = {500};
  }
  co_return answer;
}
