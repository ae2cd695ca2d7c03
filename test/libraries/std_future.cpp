// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/std_future.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "std_future.h"

// Futures of the standard library have no gather: nothing here is one.
std::future<int> fetch(int Id);

int ok_one_by_one() {
  auto A = fetch(1);
  auto B = fetch(2);
  return A.get() + B.get();
}

void ok_async() {
  auto A = std::async([] { return 1; });
  A.wait();
}
