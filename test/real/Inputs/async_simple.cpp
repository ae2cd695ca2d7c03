// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async_simple's primitives, called through its own headers.
//
// LIBRARY: async_simple
// WITH head: async_simple
#include "calls.h"

#ifdef FROM_MOCK
#include "async_simple.h"
#else
#include <async_simple/Collect.h>
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/uthread/Collect.h>
#endif

namespace async_tidy_calls {
using async_simple::coro::Lazy;

void calls() {
  namespace coro = async_simple::coro;
  using Lazies = std::vector<Lazy<int>>;
  coro::collectAll(make<Lazy<int>>(), make<Lazy<int>>());  // row: coro::collectAll
  coro::collectAll(make<Lazies>());                        // row: coro::collectAll
  coro::collectAllPara(make<Lazies>());                    // row: coro::collectAllPara
  coro::collectAllWindowed(2, false, make<Lazies>());      // row: coro::collectAllWindowed
  coro::collectAllWindowedPara(2, false, make<Lazies>());  // row: coro::collectAllWindowedPara
  coro::collectAny(make<Lazy<int>>(), make<Lazy<int>>());  // row: coro::collectAny
  coro::syncAwait(make<Lazy<int>>());                      // row: coro::syncAwait
  make<Lazy<int>>().start([](auto &&) {});                 // row: coro::detail::LazyBase::start
  make<coro::RescheduleLazy<int>>().start([](auto &&) {}); // row: coro::detail::LazyBase::start
  make<coro::RescheduleLazy<int>>().detach();              // row: coro::RescheduleLazy::detach
  coro::sleep(1s);                                         // row: coro::sleep
}

void futures() {
  auto Work = make<std::vector<async_simple::Future<int>>>();
  auto Jobs = make<std::vector<int (*)()>>();
  async_simple::collectAll(Work.begin(), Work.end());                                                            // row: collectAll
  async_simple::uthread::collectAll<async_simple::uthread::Launch::Schedule>(Jobs.begin(), Jobs.end(), nullptr); // row: uthread::collectAll
  std::move(Work[0]).thenValue([](int) { return 0; });                                                           // row: Future::thenValue
  std::move(Work[0]).thenTry([](auto &&) { return 0; });                                                         // row: Future::thenTry
}
} // namespace async_tidy_calls
