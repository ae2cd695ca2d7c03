// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libunifex's algorithms, called through its own headers.
//
// LIBRARY: unifex
// WITH head: install/unifex/include
#include "calls.h"

#ifdef FROM_MOCK
#include "unifex.h"
#else
#include <unifex/async_scope.hpp>
#include <unifex/detach_on_cancel.hpp>
#include <unifex/io_concepts.hpp>
#include <unifex/just.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/spawn_detached.hpp>
#include <unifex/spawn_future.hpp>
#include <unifex/stop_when.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/v2/async_scope.hpp>
#include <unifex/when_all.hpp>
#include <unifex/when_all_range.hpp>
#include <unifex/when_any.hpp>
#if !UNIFEX_NO_LIBURING
#include <unifex/linux/io_uring_context.hpp>
#endif
#include <unifex/linux/io_epoll_context.hpp>
#endif

namespace async_tidy_calls {
using Sender = decltype(unifex::just());
Sender Done();
decltype(unifex::just(1)) Work();

void calls() {
  auto Timed = make<unifex::timed_single_thread_context &>().get_scheduler();
  unifex::when_all(Work(), Work());                                                             // row: when_all
  unifex::when_all_range(make<std::vector<Sender>>());                                          // row: when_all_range
  unifex::when_any(Work(), Work());                                                             // row: when_any
  unifex::stop_when(Work(), Done());                                                            // row: stop_when
  unifex::schedule_after(Timed, 1s);                                                            // row: schedule_after
  unifex::schedule_at(Timed, make<unifex::timed_single_thread_context::clock_t::time_point>()); // row: schedule_at
  unifex::sync_wait(Work());                                                                    // row: sync_wait
  unifex::detach_on_cancel(Done());                                                             // row: detach_on_cancel
}

void scopes() {
  auto &Old = make<unifex::v1::async_scope &>();
  auto &New = make<unifex::v2::async_scope &>();
  unifex::spawn_detached(Done(), New); // row: spawn_detached
  unifex::spawn_future(Work(), New);   // row: spawn_future
  Old.detached_spawn(Done());          // row: _async_scope::async_scope::detached_spawn
  Old.complete();                      // row: _async_scope::async_scope::complete
  Old.cleanup();                       // row: _async_scope::async_scope::cleanup
  New.join();                          // row: v2::_async_scope::async_scope::join
}

void io(unifex::span<std::byte> To, unifex::span<const std::byte> From) {
  auto &Reader = make<unifex::linuxos::io_epoll_context::async_reader &>();
  auto &Writer = make<unifex::linuxos::io_epoll_context::async_writer &>();
  unifex::async_read_some(Reader, To);    // row: async_read_some
  unifex::async_write_some(Writer, From); // row: async_write_some
#if !UNIFEX_NO_LIBURING
  auto &File = make<unifex::linuxos::io_uring_context::async_read_write_file &>();
  unifex::async_read_some_at(File, 0, To);    // row: async_read_some_at
  unifex::async_write_some_at(File, 0, From); // row: async_write_some_at
#endif
}
} // namespace async_tidy_calls
