// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Flow's primitives, called through our mock alone.
//
// LIBRARY: flow
#include "calls.h"

#include "flow.h"

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<Future<int>>>();
  waitForAll(Work);               // row: waitForAll
  getAll(Work);                   // row: getAll
  waitForAllReady(Work);          // row: waitForAllReady
  waitForAllReadyThenThrow(Work); // row: waitForAllReadyThenThrow
}
} // namespace async_tidy_calls
