// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/tmc.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "tmc.h"

tmc::task<void> ping();
tmc::task<int> fetch(int Id);

tmc::task<void> bad_tuple() {
  auto [A, B] = co_await tmc::spawn_tuple(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'tmc::spawn_tuple' of TooManyCooks: when a child fails, the program is terminated; let every task turn its failure into a value
}

tmc::task<void> bad_many(std::vector<tmc::task<int>> Tasks) {
  co_await tmc::spawn_many(Tasks.begin(), Tasks.end());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'tmc::spawn_many' of TooManyCooks: when a child fails, the program is terminated; let every task turn its failure into a value
  co_await tmc::spawn_many(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'tmc::spawn_many' of TooManyCooks: when a child fails, the program is terminated; let every task turn its failure into a value
}

tmc::task<void> ok_single() { co_await tmc::spawn(fetch(1)); }
