// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only folly knows?
//
// REQUIRES: folly
// RUN: not %cxx -std=c++20 %folly_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/folly.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

folly::coro::Task<void> work();

folly::coro::Task<void> cases(int &nothing) {
  co_await safe_gather(timeout(nothing, 1s), work());
  // CHECK-DAG: safe_gather: on folly, timeout(timer, d) takes a folly::Timekeeper
  co_await safe_gather(cancelled_by(nothing), work());
  // CHECK-DAG: safe_gather: this library cancels its coroutines by itself
}
