// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TooManyCooks' primitives, called through its own headers.
//
// LIBRARY: tmc
// WITH head: TooManyCooks/include
#include "calls.h"

#ifdef FROM_MOCK
#include "tmc.h"
#else
#define TMC_STANDALONE_COMPILATION
#include <tmc/all_headers.hpp>
#endif

namespace async_tidy_calls {
using tmc::task;

void calls() {
  auto Work = make<std::vector<task<int>>>();
  auto Jobs = make<std::vector<int (*)()>>();
  tmc::spawn_tuple(make<task<int>>(), make<task<int>>());      // row: spawn_tuple
  tmc::spawn_many(Work);                                       // row: spawn_many
  tmc::spawn_many(Work.begin(), Work.end());                   // row: spawn_many
  tmc::spawn_func_many(Jobs.begin(), Jobs.end());              // row: spawn_func_many
  tmc::fork_tuple_clang(make<task<int>>(), make<task<int>>()); // row: fork_tuple_clang
  const auto Cancel = [] {};
  tmc::select(tmc::cancellable(make<task<int>>(), Cancel), tmc::cancellable(make<task<int>>(), Cancel)); // row: select
  tmc::spawn_group();                                                                                    // row: spawn_group
  tmc::fork_group();                                                                                     // row: fork_group
  tmc::post(make<tmc::ex_cpu &>(), make<task<void>>());                                                  // row: post
  tmc::post_waitable(make<tmc::ex_cpu &>(), make<task<int>>());                                          // row: post_waitable
}
} // namespace async_tidy_calls
