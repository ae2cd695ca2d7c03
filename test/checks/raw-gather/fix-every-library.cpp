// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same fix over libraries whose adapter is mocked here.
//
// RUN: %check_async %s async-raw-gather %t --no-crlf --library=folly-coro,cppcoro,cobalt,stdexec,unifex

LIB_INCLUDE
// CHECK-FIXES: #include <LIB_ADAPTER>
LIB_PROLOGUE

LIB_TASK<int> one();
LIB_TASK<int> two();

LIB_TASK<int> bad_awaited() {
  co_await LIB_GATHER(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
  co_return 0;
}

LIB_TASK<int> shutdown() {
  co_await LIB_GATHER(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'LIB_CALLEE' of LIB_TITLE: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, one(), two());
  co_return 0;
}
