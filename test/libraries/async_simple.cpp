// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/async_simple.yml found, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "async_simple.h"

using async_simple::coro::Lazy;
namespace coro = async_simple::coro;
using async_simple::SignalType;

struct Row {};
Lazy<> ping();
Lazy<Row> fetch(int Id);

Lazy<> bad_pack() { auto [A, B] = co_await coro::collectAll(fetch(1), ping()); }
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: raw gather 'async_simple::coro::collectAll' of async_simple: when a child fails, its siblings run on to their end; a failure is lost unless its Try is read

Lazy<> bad_terminate() {
  co_await coro::collectAll<SignalType::Terminate>(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'async_simple::coro::collectAll' of async_simple: when a child fails, its siblings are cancelled and joined; the first child that ends asks the others to stop, also when it succeeds
}

Lazy<> bad_ranges(std::vector<Lazy<Row>> Tasks, std::vector<Lazy<Row>> More) {
  auto Tries = co_await coro::collectAll(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: raw gather 'async_simple::coro::collectAll' of async_simple: when a child fails, its siblings run on to their end; a failure is lost unless its Try is read
  co_await coro::collectAllWindowed(8, false, std::move(More));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'async_simple::coro::collectAllWindowed' of async_simple: when a child fails, its siblings run on to their end; a failure is lost unless its Try is read
}

Lazy<> bad_parallel() { co_await coro::collectAllPara(fetch(1), fetch(2)); }
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: raw gather 'async_simple::coro::collectAllPara' of async_simple: when a child fails, its siblings run on to their end; a failure is lost unless its Try is read

void bad_futures(std::vector<async_simple::Future<Row>> Rows) {
  auto All = async_simple::collectAll(Rows.begin(), Rows.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'async_simple::collectAll' of async_simple: when a child fails, its siblings run on to their end; the failure stays in that child's result
}

Lazy<> ok_races() {
  using namespace std::chrono_literals;
  co_await coro::collectAny(fetch(1), fetch(2));
  co_await coro::collectAny<SignalType::Terminate>(ping(), coro::sleep(5s));
}

// A copy of the library in a namespace of its own is another library.
namespace vendored {
template <class... L> Lazy<> collectAll(int, L &&...);
Lazy<> ok_own() { co_await collectAll(1, ping(), ping()); }
} // namespace vendored
