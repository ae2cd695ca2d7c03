// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// CesiumAsync's primitives, called through our mock alone.
//
// LIBRARY: cesium_async
#include "calls.h"

#include "cesium_async.h"

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<CesiumAsync::Future<int>>>();
  Work[0].wait();                                          // row: Future::wait
  Work[0].waitInMainThread();                              // row: Future::waitInMainThread
  make<CesiumAsync::AsyncSystem &>().all(std::move(Work)); // row: AsyncSystem::all
}
} // namespace async_tidy_calls
