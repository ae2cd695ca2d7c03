// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/beman.yml found, and nothing else?
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "beman.h"

namespace ex = beman::execution;

struct Sender {};
Sender work(int Id);

void bad_objects() {
  ex::sync_wait(ex::when_all(work(1), work(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: raw gather 'beman::execution::when_all' of beman.execution: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  ex::sync_wait(ex::when_all_with_variant(work(1), work(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: raw gather 'beman::execution::when_all_with_variant' of beman.execution: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

void ok_single() { ex::sync_wait(work(1)); }
