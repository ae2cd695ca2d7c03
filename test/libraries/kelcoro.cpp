// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/kelcoro.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "kelcoro.h"

dd::task<int> fetch(int Id);

dd::task<void> bad_when_all(std::vector<dd::task<int>> Tasks) {
  auto [A, B] = co_await dd::when_all(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'dd::when_all' of kelcoro: when a child fails, its siblings run on to their end; a failure is lost unless its expected is read
  auto All = co_await dd::when_all(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'dd::when_all' of kelcoro: when a child fails, its siblings run on to their end; a failure is lost unless its expected is read
}

dd::task<void> ok_race() { co_await dd::when_any(fetch(1), fetch(2)); }
