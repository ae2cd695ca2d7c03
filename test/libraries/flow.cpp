// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/flow.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "flow.h"

Future<Void> bad_futures(std::vector<Future<int>> Futures) {
  co_await waitForAll(Futures);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'waitForAll' of Flow: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  auto Values = co_await getAll(Futures);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'getAll' of Flow: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  co_await waitForAllReady(Futures);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'waitForAllReady' of Flow: when a child fails, its siblings run on to their end; failures are dropped
  co_return Void();
}

// Global names of other people: no Future comes out, so no gather is meant.
std::vector<int> getAll(int Kind);
void waitForAll(int Kind);
void ok_own() {
  waitForAll(1);
  auto Values = getAll(2);
}
