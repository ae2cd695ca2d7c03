// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only libunifex knows?
//
// REQUIRES: unifex
// RUN: not %cxx -std=c++20 %unifex_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/unifex.hpp>

#include <unifex/just.hpp>
#include <unifex/just_done.hpp>
#include <unifex/sync_wait.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

void cases(int &nothing) {
  unifex::sync_wait(safe_gather(timeout(1s), unifex::just()));
  // CHECK-DAG: safe_gather: senders have no timer of their own
  unifex::sync_wait(safe_gather(timeout(nothing, 1s), unifex::just()));
  // CHECK-DAG: safe_gather: the timer of timeout(timer, d) must be a time scheduler
  unifex::sync_wait(safe_gather(unifex::just_done()));
  // CHECK-DAG: safe_gather: a child that can't complete with a value
}
