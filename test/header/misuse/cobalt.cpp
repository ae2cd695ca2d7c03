// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only Cobalt knows?
//
// REQUIRES: cobalt
// RUN: not %cxx -std=c++20 %cobalt_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/cobalt.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

boost::cobalt::task<void> work();

boost::cobalt::task<void> cases(int &nothing) {
  co_await safe_gather(timeout(nothing, 1s), work());
  // CHECK-DAG: safe_gather: on Cobalt, timeout(timer, d) takes one of Asio's
}
