// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Apache Arrow's primitives, called through our mock alone.
//
// LIBRARY: arrow
#include "calls.h"

#include "arrow.h"

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<arrow::Future<int>>>();
  arrow::All(std::move(Work)); // row: All
  arrow::AllFinished(Work); // row: AllFinished
  Work[0].result();         // row: Future::result
  Work[0].Wait();           // row: Future::Wait
  Work[0].Then([](int) {}); // row: Future::Then
}
} // namespace async_tidy_calls
