// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Macros, templates, aliases, lambdas, headers, and how to say that it is
// meant.
//
// RUN: %check_async %s async-hand-rolled-gather %t --with=Inputs/pair.h

#include "pair.h"
// CHECK-MESSAGES: pair.h:8:14: warning: {{.*}} [async-hand-rolled-gather]

#include <utility>

#define START_BOTH                                                             \
  auto a = fetch(1);                                                           \
  auto b = fetch(2);                                                           \
  use(co_await std::move(a), co_await std::move(b))
seastar::future<> bad_macro_body() {
  START_BOTH;
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-hand-rolled-gather]
}

#define STATEMENTS(...) __VA_ARGS__
seastar::future<> bad_macro_argument() {
  STATEMENTS(auto a = fetch(1); auto b = fetch(2); use(co_await std::move(a), co_await std::move(b));)
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-hand-rolled-gather]
}

template <class T> seastar::future<> bad_template(T t) {
  auto a = fetch(t);
  auto b = fetch(t);
  use(co_await std::move(a), co_await std::move(b));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-hand-rolled-gather]
}
template seastar::future<> bad_template(int);
template seastar::future<> bad_template(char);

template <class T> using started = seastar::future<T>;
auto bad_lambda = []() -> started<void> {
  started<int> a = fetch(1);
  started<int> b = fetch(2);
  use(co_await std::move(a), co_await std::move(b));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-hand-rolled-gather]
};

// A lambda is another function, and may hand its captures on.
seastar::future<> ok_captured() {
  auto a = fetch(1);
  auto b = fetch(2);
  auto later = [&]() -> seastar::future<int> { return std::move(b); };
  use(co_await std::move(a), co_await later());
}

seastar::future<> ok_nolint() {
  auto a = fetch(1);
  auto b = fetch(2);
  use(co_await std::move(a), co_await std::move(b)); // NOLINT(async-hand-rolled-gather)
}
