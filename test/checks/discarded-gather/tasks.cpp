// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lazy tasks that nobody awaits, futures that are held as if they were their
// guard, and the ways to say that a drop is meant.
//
// RUN: %check_async %s async-discarded-gather %t --notes

#include "boost_asio.h"
#include "cppcoro.h"
#include "folly.h"
#include "seastar.h"

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

folly::coro::Task<void> save();
folly::coro::Task<int> count();
bool ready();

folly::coro::Task<void> bad_statement() {
  save();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task of 'save' (folly::coro::Task) is dropped: nobody awaits it, so it never runs; await it, or write (void) if this is meant [async-discarded-gather]
  // CHECK-FIXES: co_await save();
  co_return;
}

folly::coro::Task<void> bad_variable() {
  auto pending = count();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'pending' holds the task of 'count' (folly::coro::Task), and nobody awaits it, so it never runs; await it, or mark it {{\[\[}}maybe_unused]] if this is meant [async-discarded-gather]
  // CHECK-FIXES: auto pending = co_await count();
  co_return;
}

// With its type spelled out, the variable would not hold the result.
folly::coro::Task<void> bad_typed_variable() {
  folly::coro::Task<int> pending = count(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'pending' holds the task of 'count' {{.*}} [async-discarded-gather]
  co_return;
}

// In a function that is no coroutine there is nothing to insert.
void bad_in_a_function() {
  save(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task of 'save' {{.*}} [async-discarded-gather]
}

cppcoro::task<> flush();
cppcoro::task<> bad_branches(int what) {
  if (what == 1)
    flush();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the task of 'flush' (cppcoro::task) {{.*}} [async-discarded-gather]
  // CHECK-FIXES: co_await flush();
  else
    flush();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: {{.*}} [async-discarded-gather]
  // CHECK-FIXES: co_await flush();
  for (int i = 0; i != what; ++i)
    flush();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: {{.*}} [async-discarded-gather]
  // CHECK-FIXES: co_await flush();
  switch (what) {
  case 7:
    flush();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: {{.*}} [async-discarded-gather]
    // CHECK-FIXES: co_await flush();
  }
  co_return;
}

boost::asio::awaitable<void> ping();
boost::asio::awaitable<void> bad_asio() {
  ping();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task of 'ping' (boost::asio::awaitable) {{.*}} [async-discarded-gather]
  // CHECK-FIXES: co_await ping();
  co_return;
}

// A guard that is not there yet: the semaphore was never taken.
namespace seastar {
template <class = void> struct semaphore_units {};
future<semaphore_units<>> get_units(semaphore &, std::size_t);
} // namespace seastar
void update();
seastar::future<> bad_guard(seastar::semaphore &sem) {
  auto units = seastar::get_units(sem, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'units' is not the guard ('seastar::semaphore_units') but a task that will give it (seastar::future): nothing waits for 'get_units', and nothing is held; await it, or mark it {{\[\[}}maybe_unused]] if this is meant [async-discarded-gather]
  // CHECK-FIXES: auto units = co_await seastar::get_units(sem, 1);
  update();
  co_return;
}
seastar::future<> ok_guard(seastar::semaphore &sem) {
  auto units = co_await seastar::get_units(sem, 1);
  update();
}
seastar::future<> ok_guard_awaited_later(seastar::semaphore &sem) {
  auto soon = seastar::get_units(sem, 1);
  update();
  auto units = co_await std::move(soon);
}

// "I meant it."
folly::coro::Task<void> ok_said() {
  (void)save();
  std::ignore = save();
  [[maybe_unused]] auto task = count();
  auto _ = count();
  auto unused_task = count();
  auto ignored = count();
  co_return;
}

folly::coro::Task<void> ok_awaited() {
  co_await save();
  auto later = count();
  if (ready())
    co_await std::move(later);
}

folly::coro::Task<void> ok_returned() { return save(); }
folly::coro::Task<void> ok_handed_on(folly::coro::AsyncScope &scope, folly::Executor *ex) {
  scope.add(save());
  std::vector<folly::coro::Task<int>> all;
  all.push_back(count());
  all.emplace_back(count());
  co_withExecutor(ex, save()).start();
  co_return;
}

// An eager future runs whether or not it is awaited; the compiler warns of it.
seastar::future<> start();
seastar::future<> ok_eager() {
  auto started = start();
  co_return;
}

folly::coro::Task<void> ok_nolint() {
  save(); // NOLINT(async-discarded-gather)
  co_return;
}
