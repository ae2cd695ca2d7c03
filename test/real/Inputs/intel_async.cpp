// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Intel's senders, called through its own headers.
//
// LIBRARY: async
// WITH head: intel/include intel-stdx/include intel-conc/include
// NOT CALLED: timeout_after: instantiating it takes a timer manager that the program defines
// NOT CALLED: task::get: a primitive of the other library in namespace async
#include "calls.h"

#ifdef FROM_MOCK
#include "intel_async.h"
#else
#include <async/just.hpp>
#include <async/start_detached.hpp>
#include <async/sync_wait.hpp>
#include <async/timeout_after.hpp>
#include <async/when_all.hpp>
#include <async/when_any.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  auto Work = [] { return make<decltype(async::just(1))>(); };
  async::when_all(Work(), Work()); // row: when_all
  async::when_any(Work(), Work()); // row: when_any
  async::start_detached(Work());   // row: start_detached
  async::sync_wait(Work());        // row: sync_wait
#ifdef FROM_MOCK
  async::timeout_after(Work(), 1s); // row: timeout_after
#endif
}
} // namespace async_tidy_calls
