// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A safe_gather in cleanup gets what it lacks, also over libraries whose own gather
// is not always replaceable: their tasks may have started, or have no token.
//
// Two findings in one place come in another order from older versions:
// REQUIRES: llvm-at-least-22
// RUN: %check_async %s async-uncaptured-cleanup,async-missing-timeout %t \
// RUN:   --library=libcoro,seastar,async-simple -- "--config={CheckOptions: {DefaultTimeout: '5s'}}"

LIB_INCLUDE
#include <chrono>
#include <LIB_ADAPTER>

LIB_TASK<int> one();
LIB_TASK<int> two();

LIB_TASK<int> shutdown() {
  co_await safe_async::safe_gather(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'safe_async::safe_gather' (safe_async) in cleanup ('shutdown') does not capture failures: {{.*}} [async-uncaptured-cleanup]
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: 'safe_async::safe_gather' (safe_async) in cleanup ('shutdown') has no deadline: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, safe_async::timeout(std::chrono::seconds(5)), one(), two());
  co_return 0;
}

LIB_TASK<int> ok_shutdown_now() {
  co_await safe_async::safe_gather(safe_async::return_exceptions, safe_async::timeout(std::chrono::seconds(5)), one(), two());
  co_return 0;
}
