// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only Seastar knows?
//
// REQUIRES: seastar
// RUN: not %cxx -std=c++20 %seastar_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/seastar.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

seastar::future<> work();

seastar::future<> cases(int &nothing) {
  co_await safe_gather(cancelled_by(nothing), work());
  // CHECK-DAG: safe_gather: on Seastar, cancelled_by(source) takes an abort_source
  co_await safe_gather(timeout(nothing, 1s), work());
  // CHECK-DAG: safe_gather: on Seastar, timeout(timer, d) takes a seastar::timer
}
