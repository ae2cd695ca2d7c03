// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// coost's primitives, called through our mock alone.
//
// LIBRARY: coost
#include "calls.h"

#include "coost.h"

namespace async_tidy_calls {
void calls() {
  make<co::wait_group &>().wait(); // row: wait_group::wait
  make<co::WaitGroup &>().wait();  // row: WaitGroup::wait
  make<co::event &>().wait();
  co::go([] {}); // row: go
  co::sleep(1);  // row: sleep
}
} // namespace async_tidy_calls
