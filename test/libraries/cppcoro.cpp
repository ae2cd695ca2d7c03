// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/cppcoro.yml found, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "cppcoro.h"

struct Row {};
cppcoro::task<> ping();
cppcoro::task<Row> fetch(int Id);

cppcoro::task<> bad_when_all() {
  auto [A, B] = co_await cppcoro::when_all(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'cppcoro::when_all' of cppcoro: when a child fails, its siblings run on to their end; which failure is rethrown is unspecified, and the others are lost
}

cppcoro::task<> bad_vector(std::vector<cppcoro::task<Row>> Tasks) {
  auto Rows = co_await cppcoro::when_all(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'cppcoro::when_all' of cppcoro: when a child fails, its siblings run on to their end; which failure is rethrown is unspecified, and the others are lost
}

cppcoro::task<> bad_found_by_adl() {
  co_await when_all(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'cppcoro::when_all' of cppcoro: when a child fails, its siblings run on to their end; which failure is rethrown is unspecified, and the others are lost
}

cppcoro::task<> bad_when_all_ready(std::vector<cppcoro::task<Row>> Tasks) {
  auto [A, B] = co_await cppcoro::when_all_ready(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'cppcoro::when_all_ready' of cppcoro: when a child fails, its siblings run on to their end; a failure is lost unless result() of its child is called
  auto Results = co_await cppcoro::when_all_ready(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: raw gather 'cppcoro::when_all_ready' of cppcoro: when a child fails, its siblings run on to their end; a failure is lost unless result() of its child is called
}

Row bad_blocking() {
  auto [A, B] = cppcoro::sync_wait(cppcoro::when_all(fetch(1), fetch(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: raw gather 'cppcoro::when_all' of cppcoro: when a child fails, its siblings run on to their end; which failure is rethrown is unspecified, and the others are lost
  return A;
}

namespace other {
template <class... T> cppcoro::task<> when_all(int, T &&...);
cppcoro::task<> ok_own() { co_await other::when_all(1, ping(), ping()); }
} // namespace other

// Nothing is waited for, and safe_gather takes no empty list.
cppcoro::task<> ok_no_children() {
  co_await cppcoro::when_all();
  auto None = co_await cppcoro::when_all_ready();
}

cppcoro::task<> ok_scope(cppcoro::async_scope &Scope) {
  Scope.spawn(ping());
  co_await Scope.join();
  co_await fetch(1);
}
