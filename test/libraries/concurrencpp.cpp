// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/concurrencpp.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "concurrencpp.h"

using concurrencpp::result;
using Executor = std::shared_ptr<concurrencpp::executor>;

result<void> ping();
result<int> fetch(int Id);

result<void> bad_pack(Executor Ex) {
  auto [A, B] = co_await concurrencpp::when_all(Ex, fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'concurrencpp::when_all' of concurrencpp: when a child fails, its siblings run on to their end; a failure is lost unless its result is read
}

result<void> bad_iterators(Executor Ex, std::vector<result<int>> Results) {
  auto All = co_await concurrencpp::when_all(Ex, Results.begin(), Results.end());
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'concurrencpp::when_all' of concurrencpp: when a child fails, its siblings run on to their end; a failure is lost unless its result is read
}

result<void> ok_race(Executor Ex) {
  co_await concurrencpp::when_any(Ex, fetch(1), fetch(2));
  co_await ping();
}
