// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Captured results that nobody reads, in macros, templates, aliases and headers.
//
// RUN: %check_async %s async-unchecked-results %t --findings-only --with=Inputs/place.h

#include "place.h"
// CHECK-MESSAGES: place.h:6:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]

#define BODY() co_await folly::coro::collectAllTry(work(), work())
#define SAME(...) __VA_ARGS__
folly::coro::Task<void> bad_macro_body() {
  BODY();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
folly::coro::Task<void> bad_macro_argument() {
  SAME(co_await folly::coro::collectAllTry(work(), work()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}

// In a template: found once.
template <class Job> folly::coro::Task<void> bad_template(Job) {
  co_await folly::coro::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
template folly::coro::Task<void> bad_template(int);
template folly::coro::Task<void> bad_template(char);
struct job {
  folly::coro::Task<int> work();
};
template <class Job> folly::coro::Task<void> bad_dependent_child(Job job) {
  co_await folly::coro::collectAllTry(job.work(), job.work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
template folly::coro::Task<void> bad_dependent_child(job);
template <class Job> folly::coro::Task<void> bad_dependent_callee(Job job) {
  using namespace folly::coro;
  co_await collectAllTry(job.work(), job.work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
template folly::coro::Task<void> bad_dependent_callee(job);

// However it is named.
namespace elsewhere {
namespace fc = folly::coro;
template <class T> using task = fc::Task<T>;
task<void> bad_alias() {
  co_await fc::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
task<void> bad_using() {
  using folly::coro::collectAllTry;
  co_await collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
task<void> bad_found_by_its_argument() {
  co_await collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
} // namespace elsewhere

// A finding that is silenced takes nothing from the next.
folly::coro::Task<void> bad_after_a_silenced_one() {
  co_await folly::coro::collectAllTry(work(), work()); // NOLINT(async-unchecked-results)
  co_await folly::coro::collectAllTry(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}

// Never evaluated.
using type = decltype(folly::coro::collectAllTry(work(), work()));
