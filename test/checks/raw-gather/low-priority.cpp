// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// ReportLowPriority lists what the tree leaves aside; KEEP stays silent.
//
// RUN: %check_async %s async-raw-gather %t --findings-only -- "--config={CheckOptions: {async-raw-gather.ExistingPaths: '*/low-priority.cpp', async-raw-gather.ReportLowPriority: true}}"

#include "folly.h"

folly::coro::Task<int> compute();
folly::coro::Task<void> close_all();

folly::coro::Task<void> total() {
  co_await folly::coro::collectAll(compute(), compute());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: existing raw gather of low priority 'folly::coro::collectAll' of folly: {{.*}} [async-raw-gather]
}

folly::coro::Task<void> shutdown() {
  co_await folly::coro::collectAllTry(close_all(), close_all());
}
