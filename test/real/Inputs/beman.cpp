// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// beman.execution's algorithms, called through its own headers.
//
// LIBRARY: beman
// WITH head: execution/include -std=c++23
#include "calls.h"

#ifdef FROM_MOCK
#include "beman.h"
#else
#include <beman/execution/execution.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  namespace ex = beman::execution;
  auto Work = [] { return make<decltype(ex::just(1))>(); };
  auto Done = [] { return make<decltype(ex::just())>(); };
  ex::when_all(Work(), Work());                                       // row: when_all
  ex::when_all_with_variant(Work(), Work());                          // row: when_all_with_variant
  ex::sync_wait(Work());                                              // row: sync_wait
  ex::spawn(Done(), make<ex::counting_scope &>().get_token());        // row: spawn
  ex::spawn_future(Work(), make<ex::counting_scope &>().get_token()); // row: spawn_future
}
} // namespace async_tidy_calls
