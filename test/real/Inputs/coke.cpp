// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// coke's primitives, called through its own headers.
//
// LIBRARY: coke
// WITH head: coke/include workflow/_include
#include "calls.h"

#ifdef FROM_MOCK
#include "coke.h"
#else
#include <coke/coke.h>
#endif

namespace async_tidy_calls {
void calls() {
  coke::async_wait(make<coke::Task<int>>(), make<coke::Task<int>>()); // row: async_wait
  coke::sync_wait(make<coke::Task<int>>(), make<coke::Task<int>>());  // row: sync_wait
  coke::sleep(1s);                                                    // row: sleep
}
} // namespace async_tidy_calls
