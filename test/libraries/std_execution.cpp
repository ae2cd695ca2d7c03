// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/stdexec.yml found under the standard's root?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "std_execution.h"

namespace ex = std::execution;

struct Sender {};
Sender work(int Id);

void bad_blocking() { ex::sync_wait(ex::when_all(work(1), work(2))); }
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: raw gather 'std::execution::when_all' of std::execution: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

void bad_unqualified() {
  using namespace std::execution;
  sync_wait(when_all_with_variant(work(1), work(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: raw gather 'std::execution::when_all_with_variant' of std::execution: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

void ok_single() { ex::sync_wait(work(1)); }
