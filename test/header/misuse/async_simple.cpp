// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only async_simple knows?
//
// REQUIRES: async_simple
// RUN: not %cxx -std=c++20 -w %async_simple_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/async_simple.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

async_simple::coro::Lazy<> work();

async_simple::coro::Lazy<> cases(int &nothing) {
  co_await safe_gather(timeout(nothing, 1s), work());
  // CHECK-DAG: safe_gather: the timer of an async_simple gather is an executor
}
