// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Capy's primitives, called through our mock alone.
//
// LIBRARY: capy
#include "calls.h"

#include "capy.h"

namespace async_tidy_calls {
void calls() {
  using Task = boost::capy::task<int>;
  boost::capy::when_all(make<Task>(), make<Task>()); // row: when_all
  boost::capy::when_any(make<Task>(), make<Task>()); // row: when_any
  boost::capy::run_async(1)(make<Task>());           // row: run_async
}
} // namespace async_tidy_calls
