// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/drogon.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "drogon.h"

drogon::Task<> ping();
drogon::Task<int> fetch(int Id);

drogon::Task<> bad_when_all(std::vector<drogon::Task<int>> Tasks) {
  co_await drogon::when_all(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'drogon::when_all' of Drogon: when a child fails, its siblings run on to their end; the first failure is rethrown after the slowest task has ended
  co_await drogon::when_all(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'drogon::when_all' of Drogon: when a child fails, its siblings run on to their end; the first failure is rethrown after the slowest task has ended
}

drogon::Task<> ok_single() { co_await drogon::sleepCoro(1.0); }
