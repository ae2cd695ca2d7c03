// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/coke.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "coke.h"

coke::Task<int> fetch(int Id);

coke::Task<> bad_async_wait(std::vector<coke::Task<int>> Tasks) {
  co_await coke::async_wait(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'coke::async_wait' of Coke: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
  co_await coke::async_wait(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'coke::async_wait' of Coke: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
}

void bad_sync_wait() { coke::sync_wait(fetch(1), fetch(2)); }
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'coke::sync_wait' of Coke: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown

int ok_one_task() { return coke::sync_wait(fetch(1)); }
