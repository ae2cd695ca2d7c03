// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/corral.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "corral.h"

using corral::Task;
using namespace std::chrono_literals;

Task<void> ping();
Task<int> fetch(int Id);

Task<void> bad_all() { auto [A, B] = co_await corral::allOf(fetch(1), ping()); }
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: raw gather 'corral::allOf' of Corral: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

Task<void> bad_most() { co_await corral::mostOf(fetch(1), fetch(2)); }
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: raw gather 'corral::mostOf' of Corral: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

Task<void> bad_range(std::vector<Task<int>> Tasks) {
  auto All = co_await corral::allOf(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'corral::allOf' of Corral: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

Task<void> ok_timeout(corral::event_loop &Loop) {
  co_await corral::anyOf(fetch(1), corral::sleepFor(Loop, 5s));
}
