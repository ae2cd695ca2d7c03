// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "folly.h"
#include <chrono>
folly::coro::Task<int> work();
inline folly::coro::Task<void> bad_in_a_header() {
  co_await folly::coro::timed_wait(work(), std::chrono::seconds(5));
}
