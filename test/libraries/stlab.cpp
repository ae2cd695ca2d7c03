// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/stlab.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "stlab.h"

stlab::future<int> fetch(int Id);

int bad_pack() {
  return stlab::await(stlab::when_all(
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'stlab::when_all' of stlab: when a child fails, its siblings are cancelled but not joined; the others are dropped, and nobody waits until they have stopped
      stlab::default_executor, [](int A, int B) { return A + B; }, fetch(1), fetch(2)));
}

stlab::future<int> bad_iterators(std::vector<stlab::future<int>> Futures) {
  co_return co_await stlab::when_all(stlab::default_executor, [](auto) { return 1; },
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: raw gather 'stlab::when_all' of stlab: when a child fails, its siblings are cancelled but not joined; the others are dropped, and nobody waits until they have stopped
                                     std::make_pair(Futures.begin(), Futures.end()));
}

int ok_race() {
  return stlab::await(stlab::when_any(
      stlab::default_executor, [](int A, std::size_t) { return A; }, fetch(1), fetch(2)));
}
