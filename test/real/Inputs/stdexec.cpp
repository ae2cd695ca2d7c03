// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// stdexec's algorithms, called through its own headers.
//
// LIBRARY: stdexec
// WITH head: stdexec/include
// NOT CALLED: start_detached: the name in std::execution drafts; stdexec has it in exec
#include "calls.h"

#ifdef FROM_MOCK
#include "stdexec.h"
#else
#include <stdexec/execution.hpp>
#include <exec/start_detached.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  auto Work = [] { return make<decltype(stdexec::just(1))>(); };
  auto Done = [] { return make<decltype(stdexec::just())>(); };
  auto Scheduler = make<stdexec::run_loop &>().get_scheduler();
  stdexec::when_all(Work(), Work());                                  // row: when_all
  stdexec::when_all_with_variant(Work(), Work());                     // row: when_all_with_variant
  stdexec::transfer_when_all(Scheduler, Work(), Work());              // row: transfer_when_all
  stdexec::transfer_when_all_with_variant(Scheduler, Work(), Work()); // row: transfer_when_all_with_variant
  stdexec::sync_wait(Work());                                         // row: sync_wait
  stdexec::sync_wait_with_variant(Work());                            // row: sync_wait_with_variant
  auto &Simple = make<stdexec::simple_counting_scope &>();
  auto &Scope = make<stdexec::counting_scope &>();
  stdexec::spawn(Done(), Scope.get_token());        // row: spawn
  stdexec::spawn_future(Work(), Scope.get_token()); // row: spawn_future
  Simple.join();                                    // row: simple_counting_scope::join
  Scope.join();                                     // row: counting_scope::join
#ifdef FROM_MOCK
  stdexec::start_detached(Done()); // row: start_detached
#endif
}
} // namespace async_tidy_calls
