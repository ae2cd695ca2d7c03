// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "folly.h"
folly::coro::Task<void> save();
inline folly::coro::Task<void> bad_in_a_header() {
  save();
  co_return;
}
