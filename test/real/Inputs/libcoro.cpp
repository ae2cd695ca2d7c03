// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libcoro's primitives, called through its own headers.
//
// LIBRARY: libcoro
// WITH head: install/libcoro/include -DLIBCORO_FEATURE_NETWORKING
// NOT CALLED: io_scheduler::schedule: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::spawn: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::schedule_after: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::schedule_at: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::yield_for: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::yield_until: the name before io_scheduler became scheduler
// NOT CALLED: io_scheduler::poll: the name before io_scheduler became scheduler
// NOT CALLED: thread_pool::spawn: the name before spawn_detached
// NOT CALLED: net::tcp::client::poll: private at head, public in releases
// NOT CALLED: net::tcp::server::poll: private at head, public in releases
#include "calls.h"

#ifdef FROM_MOCK
#include "libcoro.h"
#else
#include <coro/coro.hpp>
#endif

namespace async_tidy_calls {
using coro::task;

void calls() {
  auto &Scheduler = make<coro::scheduler &>();
  coro::when_all(make<task<int>>(), make<task<int>>());              // row: when_all
  coro::when_all(make<std::vector<task<int>>>());                    // row: when_all
  coro::when_any(make<task<int>>(), make<task<int>>());              // row: when_any
  coro::sync_wait(make<task<int>>());                                // row: sync_wait
  Scheduler.schedule(make<task<int>>(), 1s);                         // row: scheduler::schedule
  Scheduler.spawn_detached(make<task<>>());                          // row: scheduler::spawn_detached
  Scheduler.spawn_joinable(make<task<>>());                          // row: scheduler::spawn_joinable
  make<coro::thread_pool &>().spawn_detached(make<task<>>());        // row: thread_pool::spawn_detached
  make<coro::task_group<coro::scheduler> &>().start(make<task<>>()); // row: task_group::start
}

void io() {
  auto &Scheduler = make<coro::scheduler &>();
  const auto At = std::chrono::steady_clock::now();
  Scheduler.schedule_after(1s);               // row: scheduler::schedule_after
  Scheduler.schedule_at(At);                  // row: scheduler::schedule_at
  Scheduler.yield_for(1s);                    // row: scheduler::yield_for
  Scheduler.yield_until(At);                  // row: scheduler::yield_until
  Scheduler.poll(1, coro::poll_op::read);     // row: scheduler::poll
  make<coro::net::tcp::client &>().connect(); // row: net::tcp::client::connect
}

#ifdef FROM_MOCK
void earlier_releases() {
  auto &Scheduler = make<coro::io_scheduler &>();
  const auto At = std::chrono::steady_clock::now();
  Scheduler.schedule(make<task<int>>(), 1s);                  // row: io_scheduler::schedule
  Scheduler.spawn(make<task<>>());                            // row: io_scheduler::spawn
  Scheduler.schedule_after(1s);                               // row: io_scheduler::schedule_after
  Scheduler.schedule_at(At);                                  // row: io_scheduler::schedule_at
  Scheduler.yield_for(1s);                                    // row: io_scheduler::yield_for
  Scheduler.yield_until(At);                                  // row: io_scheduler::yield_until
  Scheduler.poll(1, coro::poll_op::read);                     // row: io_scheduler::poll
  make<coro::thread_pool &>().spawn(make<task<>>());          // row: thread_pool::spawn
  make<coro::net::tcp::client &>().poll(coro::poll_op::read); // row: net::tcp::client::poll
  make<coro::net::tcp::server &>().poll();                    // row: net::tcp::server::poll
}
#endif
} // namespace async_tidy_calls
