// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for Lazy and RescheduleLazy of async_simple, the replacement for
// collectAll.
//
//   Lazy<void> session() {
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::timeout(30s), fetch_user(), fetch_feed());
//   }
//
// async_simple's cancellation is a Signal that calls the Slot of each coroutine
// bound to it; awaits that know slots (sleep, Yield, IO) end with a
// SignalException. So
//   * each child gets a slot of the gather's own signal, as in collectAll. It
//     emits Terminate when a child fails, at the deadline, and when the
//     caller's slot hears Terminate. collectAll<Terminate> emits it when the
//     first child ends, also with a value, and is no fail-fast;
//   * other types of signals are not handed on to the children; user-defined
//     LazyLocals are not seen by them, as in collectAll;
//   * the caller's slot holds one handler per signal. While the gather is
//     awaited it is the gather's;
//   * a child that awaits nothing that knows slots, or calls ForbidSignal,
//     delays the end;
//   * the deadline runs on the caller's executor (Executor::after). A Lazy
//     without an executor has no timer: then awaiting a gather with timeout(d)
//     throws std::logic_error, before any child starts. timeout(executor, d)
//     works everywhere;
//   * children start in order on the caller's thread, each running to its first
//     suspension, as in collectAll. For collectAllPara give
//     `lazy.via(executor)` children: each is scheduled on its executor;
//   * with return_exceptions the results are collectAll's: a Try per child.
//     Otherwise the values come in a tuple, with monostate for void; one value
//     comes as it is, and of only voids nothing is left.
//
// The caller resumes where the last of children and timer ends, as after
// collectAll. One frame per child, as there; one frame, one control block and
// one signal for the gather.
#ifndef SAFE_ASYNC_ASYNC_SIMPLE_HPP
#define SAFE_ASYNC_ASYNC_SIMPLE_HPP

#include <safe_async/detail/async_simple_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <async_simple/coro/Lazy.h>

template <class T> struct safe_async::adapter_for<async_simple::coro::Lazy<T>> {
  using type = safe_async::detail::async_simple_lib::adapter;
};
template <class T>
struct safe_async::adapter_for<async_simple::coro::RescheduleLazy<T>> {
  using type = safe_async::detail::async_simple_lib::adapter;
};

#endif // SAFE_ASYNC_ASYNC_SIMPLE_HPP
