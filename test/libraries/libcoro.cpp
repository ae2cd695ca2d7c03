// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/libcoro.yml found, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "libcoro.h"

using namespace std::chrono_literals;

struct Row {};
coro::task<> ping();
coro::task<Row> fetch(int Id);

coro::task<> bad_pack() {
  auto [A, B] = co_await coro::when_all(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'coro::when_all' of libcoro: when a child fails, its siblings run on to their end; a failure is lost unless return_value() of its child is called
}

coro::task<> bad_range(std::vector<coro::task<Row>> Tasks) {
  auto Results = co_await coro::when_all(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: raw gather 'coro::when_all' of libcoro: when a child fails, its siblings run on to their end; a failure is lost unless return_value() of its child is called
}

void bad_blocking() { coro::sync_wait(coro::when_all(ping(), ping())); }
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: raw gather 'coro::when_all' of libcoro: when a child fails, its siblings run on to their end; a failure is lost unless return_value() of its child is called

coro::task<> ok_race(std::stop_source Source) {
  co_await coro::when_any(fetch(1), fetch(2));
  co_await coro::when_any(Source, fetch(1), fetch(2));
}

coro::task<> ok_schedule(coro::scheduler &Scheduler) {
  co_await Scheduler.schedule();
  co_await Scheduler.schedule(fetch(1));
  co_await Scheduler.schedule(fetch(1), 1s);
  co_await Scheduler.schedule_after(1s);
  Scheduler.spawn_detached(ping());
}

// Another library's coro, in a namespace around it.
namespace game {
namespace coro {
template <class... T> ::coro::task<> when_all(T...);
} // namespace coro
::coro::task<> ok_own() { co_await coro::when_all(1, 2); }
} // namespace game
