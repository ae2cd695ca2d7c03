// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "folly.h"
inline void log(const char *) {}
folly::coro::Task<void> work();
inline folly::coro::Task<void> bad_in_a_header() {
  try {
    co_await work();
  } catch (...) { // NOLINT
  }
  try {
    co_await work();
  } catch (...) {
    log("failed");
  }
}
