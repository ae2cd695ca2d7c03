// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same code over each library: the same findings. Fixes are tested where the
// adapters are.
//
// RUN: %check_async %s async-raw-gather %t --findings-only --library=folly-coro,cppcoro,libcoro,cobalt,seastar,stdexec,unifex

LIB_INCLUDE
LIB_PROLOGUE

LIB_TASK<int> one();
LIB_TASK<int> two();

LIB_TASK<int> bad_awaited() {
  co_await LIB_GATHER(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  co_return 0;
}

LIB_TASK<int> bad_three() {
  co_await LIB_GATHER(one(), two(), one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  co_return 0;
}

#define BOTH(A, B) LIB_GATHER(A, B)
LIB_TASK<int> bad_macro_body() {
  co_await BOTH(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  co_return 0;
}

template <class F> LIB_TASK<int> bad_template(F f) {
  co_await LIB_GATHER(f(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  co_return 0;
}

LIB_TASK<int> bad_lambda() {
  auto both = []() -> LIB_TASK<int> {
    co_await LIB_GATHER(one(), two());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
    co_return 0;
  };
  co_await bad_template(one);
  co_await bad_template(two);
  co_return co_await both();
}

LIB_TASK<int> ok_silenced() {
  co_await LIB_GATHER(one(), two()); // NOLINT(async-raw-gather)
  co_return 0;
}

LIB_TASK<int> ok_unevaluated() {
  static_assert(sizeof(LIB_GATHER(one(), two())) != 0);
  using type = decltype(LIB_GATHER(one(), two()));
  co_return sizeof(type);
}

LIB_TASK<int> ok_sequence() {
  co_await one();
  co_return co_await two();
}
