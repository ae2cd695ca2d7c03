// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// kelcoro's primitives, called through its own headers.
//
// LIBRARY: kelcoro
// WITH head: kelcoro/include
#include "calls.h"

#ifdef FROM_MOCK
#include "kelcoro.h"
#else
#include <algorithm>
#include <mutex>
#include <kelcoro/algorithm.hpp>
#include <kelcoro/task.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  dd::when_all(make<dd::task<int>>(), make<dd::task<int>>()); // row: when_all
  dd::when_any(make<dd::task<int>>(), make<dd::task<int>>()); // row: when_any
  make<dd::task<int>>().start_and_detach();                   // row: task::start_and_detach
}
} // namespace async_tidy_calls
