// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse that only senders know?
//
// REQUIRES: stdexec
// RUN: not %cxx -std=c++20 %stdexec_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/stdexec.hpp>

#include <exec/variant_sender.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

using one_or_none =
    exec::variant_sender<decltype(stdexec::just(1)), decltype(stdexec::just())>;

void cases(int &nothing, std::vector<decltype(stdexec::just(1, 2))> pairs,
           one_or_none either) {
  stdexec::sync_wait(safe_gather(timeout(1s), stdexec::just()));
  // CHECK-DAG: safe_gather: senders have no timer of their own
  stdexec::sync_wait(safe_gather(timeout(nothing, 1s), stdexec::just()));
  // CHECK-DAG: safe_gather: the timer of timeout(timer, d) must be a timed scheduler
  stdexec::sync_wait(safe_gather(std::move(pairs)));
  // CHECK-DAG: safe_gather: in a range, a child completes with at most one value
  stdexec::sync_wait(safe_gather(std::move(either)));
  // CHECK-DAG: [[@LINE-1]]:{{.*}}requested here
  // CHECK-DAG: safe_gather: a child may complete with values in one way only: pipe it through into_variant() first
}
