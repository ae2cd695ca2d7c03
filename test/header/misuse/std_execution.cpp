// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse of the standard's senders?
//
// REQUIRES: beman
// RUN: not %cxx -std=c++23 -w -D__cpp_lib_senders=202406L -I%S/../Inputs/beman_as_std %beman_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/std_execution.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

void cases(int &nothing) {
  using std::execution::just, std::this_thread::sync_wait;
  sync_wait(safe_gather(timeout(1s), just()));
  // CHECK-DAG: safe_gather: senders have no timer of their own
  sync_wait(safe_gather(timeout(nothing, 1s), just()));
  // CHECK-DAG: safe_gather: the timer of timeout(timer, d) must be a scheduler with schedule_after
}
