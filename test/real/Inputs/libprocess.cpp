// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libprocess's primitives, called through our mock alone.
//
// LIBRARY: libprocess
#include "calls.h"

#include "libprocess.h"

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<process::Future<int>>>();
  process::collect(Work);             // row: collect
  process::collect(Work[0], Work[1]); // row: collect
  process::await(make<decltype(Work)>());                   // row: await
  process::await(make<process::Future<int>>(), make<process::Future<int>>()); // row: await
}
} // namespace async_tidy_calls
