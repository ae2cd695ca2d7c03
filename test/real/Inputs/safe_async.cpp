// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Our own header's primitives. It is no library of somebody else's, so there is
// no other way to compile them.
//
// LIBRARY: safe_async
#include "calls.h"

#include <safe_async/safe_gather.hpp>
#include <safe_async/task.hpp>

namespace async_tidy_calls {
void calls() {
  using Task = safe_async::task<int>;
  auto Limit = safe_async::timeout(1s);                                  // row: timeout
  auto Until = safe_async::timeout_at(std::chrono::steady_clock::now()); // row: timeout_at
  (void)safe_async::safe_gather(Limit, make<Task>(), make<Task>());      // row: safe_gather
  (void)safe_async::safe_gather(Until, make<std::vector<Task>>());       // row: safe_gather
}
} // namespace async_tidy_calls
