// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only cppcoro knows?
//
// REQUIRES: cppcoro
// RUN: not %cxx -std=c++20 %cppcoro_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/cppcoro.hpp>

#include <cppcoro/static_thread_pool.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

cppcoro::task<> work();
cppcoro::shared_task<> &shared(cppcoro::cancellation_token);

cppcoro::task<> cases(cppcoro::static_thread_pool &pool) {
  co_await safe_gather(timeout(1s), work());
  // CHECK-DAG: safe_gather: cppcoro has no timer that works on every platform
  co_await safe_gather(timeout(pool, 1s), work());
  // CHECK-DAG: safe_gather: on cppcoro, timeout(timer, d) takes a safe_async::timer
  co_await safe_gather(shared);
  // CHECK-DAG: safe_gather: a function child returns the awaitable itself
}
