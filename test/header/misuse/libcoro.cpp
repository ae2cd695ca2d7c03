// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only libcoro knows?
//
// REQUIRES: libcoro
// RUN: not %cxx -std=c++20 %libcoro_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/libcoro.hpp>

#include <coro/thread_pool.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

coro::task<void> work();

coro::task<void> cases(coro::thread_pool &pool) {
  co_await safe_gather(timeout_at(std::chrono::system_clock::now()), work());
  // CHECK-DAG: safe_gather: libcoro has no timer of its own
  co_await safe_gather(timeout(pool, 1s), work());
  // CHECK-DAG: safe_gather: on libcoro, timeout(timer, d) takes a safe_async::timer
}
