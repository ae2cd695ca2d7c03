// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same handler in macros, templates, aliases, lambdas and a header, and
// how to say that it is meant.
//
// RUN: %check_async %s async-swallowed-cancellation %t --with=Inputs/retry.h

#include "retry.h"

#include <exception>

// CHECK-MESSAGES: retry.h:12:5: warning: {{.*}} [async-swallowed-cancellation]

// A macro's body is reported at its use and left alone.
#define RETRY(work)                                                            \
  try {                                                                        \
    co_await work;                                                             \
  } catch (...) {                                                              \
  }
folly::coro::Task<void> bad_macro_body() {
  RETRY(work()) // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
}

#define STATEMENT(statement) statement
folly::coro::Task<void> bad_macro_argument() {
  STATEMENT(try { co_await work(); } catch (...) { log("failed"); })
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
  // CHECK-FIXES: STATEMENT(try { co_await work(); } catch (const folly::OperationCancelled &) { throw; } catch (...) { log("failed"); })
}

// Templates: once, and without an edit.
template <class T> folly::coro::Task<T> bad_template(T fallback) {
  try {
    co_await work();
  } catch (...) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
  }
  co_return fallback;
}
template folly::coro::Task<int> bad_template(int);
template folly::coro::Task<char> bad_template(char);

template <class Job> folly::coro::Task<void> bad_dependent(Job job) {
  try {
    co_await job.run();
  } catch (...) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
  }
}
struct Job {
  folly::coro::Task<void> run();
};
template folly::coro::Task<void> bad_dependent(Job);

// Names.
template <class T> using task = folly::coro::Task<T>;
namespace fc = folly::coro;
using cancelled = folly::OperationCancelled;
using failure = std::exception;
task<void> bad_alias() {
  try {
    co_await fc::sleep({});
  } catch (const failure &) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
  }
}
task<void> ok_alias() {
  try {
    co_await fc::sleep({});
  } catch (const cancelled &) {
    throw;
  } catch (...) {
  }
}

auto bad_lambda = []() -> task<void> {
  try {
    co_await work();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
  }
};

task<void> ok_nolint() {
  try {
    co_await work();
  } catch (...) { // NOLINT(async-swallowed-cancellation)
  }
}
// In the header:
// CHECK-FIXES: } catch (const folly::OperationCancelled &) {
// CHECK-FIXES-NEXT: throw;
