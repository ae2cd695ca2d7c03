// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// stdexec's further algorithms, called through its own headers.
//
// LIBRARY: exec
// WITH head: stdexec/include
#include "calls.h"

#ifdef FROM_MOCK
#include "stdexec.h"
#else
#include <exec/async_scope.hpp>
#include <exec/ensure_started.hpp>
#include <exec/start_detached.hpp>
#include <exec/timed_thread_scheduler.hpp>
#include <exec/when_any.hpp>
#include <stdexec/execution.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  auto Work = [] { return make<decltype(stdexec::just(1))>(); };
  auto Done = [] { return make<decltype(stdexec::just())>(); };
  auto Timed = make<exec::timed_thread_context &>().get_scheduler();
  auto &Scope = make<exec::async_scope &>();
  exec::when_any(Work(), Work());             // row: when_any
  exec::schedule_after(Timed, 1s);            // row: schedule_after
  exec::schedule_at(Timed, exec::now(Timed)); // row: schedule_at
  exec::start_detached(Done());               // row: start_detached
  exec::ensure_started(Work());               // row: ensure_started
  Scope.spawn(Done());                        // row: __scope::async_scope::spawn
  Scope.spawn_future(Work());                 // row: __scope::async_scope::spawn_future
  Scope.on_empty();                           // row: __scope::async_scope::on_empty
}
} // namespace async_tidy_calls
