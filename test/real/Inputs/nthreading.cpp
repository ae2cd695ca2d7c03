// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NThreading's primitives, called through our mock alone.
//
// LIBRARY: nthreading
#include "calls.h"

#include "nthreading.h"

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<NThreading::TFuture<int>>>();
  NThreading::WaitAll(Work[0], Work[1]);            // row: WaitAll
  NThreading::WaitAll(Work);                        // row: WaitAll
  NThreading::WaitExceptionOrAll(Work[0], Work[1]); // row: WaitExceptionOrAll
  NThreading::WaitAny(Work[0], Work[1]);            // row: WaitAny
}
} // namespace async_tidy_calls
