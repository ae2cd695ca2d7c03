// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dropped tasks in macros, templates, aliases and lambdas.
//
// RUN: %check_async %s async-discarded-gather %t --notes --with=Inputs/drop.h

#include "drop.h"
// CHECK-MESSAGES: drop.h:5:3: warning: {{.*}} [async-discarded-gather]

#define START(work)                                                            \
  do {                                                                         \
    work();                                                                    \
  } while (false)
folly::coro::Task<void> bad_macro_body() {
  START(save); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-discarded-gather]
  co_return;
}

#define STATEMENT(...) __VA_ARGS__
folly::coro::Task<void> bad_macro_argument() {
  STATEMENT(save();)
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-discarded-gather]
  // CHECK-FIXES: STATEMENT(co_await save();)
  co_return;
}

template <class Job> folly::coro::Task<void> bad_dependent(Job job) {
  job.run(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-discarded-gather]
  save(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-discarded-gather]
  co_return;
}
struct Job {
  folly::coro::Task<void> run();
};
template folly::coro::Task<void> bad_dependent(Job);

template <class T> using task = folly::coro::Task<T>;
task<int> aliased();
auto bad_lambda = []() -> task<void> {
  auto waiting = aliased();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-discarded-gather]
  // CHECK-FIXES: auto waiting = co_await aliased();
  co_return;
};

// Never evaluated.
using type = decltype(save());
static_assert(sizeof(save()) != 0);
// In the header:
// CHECK-FIXES: co_await save();
