// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for folly::coro, the replacement for collectAll, collectAllTry,
// their forms for ranges and with a window, and timeout(collectAll(...), d).
//
//   folly::coro::Task<void> session() {
//     using namespace std::chrono_literals;
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::timeout(30s), fetch_user(), fetch_feed());
//   }
//
// Children: Task, now_task, safe_task, each of them also bound to an executor,
// co_awaitTry(...) and co_nothrow(...) of one, Future and SemiFuture. What
// comes out has the type of collectAll (collectAllTry with return_exceptions):
// Unit for void, folly::Try for captures, a now_task if a child is one.
//
// What folly decides, and a user has to know:
//   * Cancellation is cooperative: a child hears of it through its
//     CancellationToken, when it awaits something that looks at the token or
//     at co_safe_point. One that does not delays the end; it is never detached.
//   * A Future or SemiFuture child has started before the gather. It is
//     interrupted (Future::cancel()) and waited for; a producer that ignores
//     interrupts runs on, and the gather waits. Once interrupted it counts as
//     cancelled, whatever it ends in: toTaskInterruptOnCancel decides that.
//   * The deadline runs on folly's default Timekeeper, or on the one given to
//     timeout(keeper, d). If there is none (at process exit), the children are
//     cancelled and joined and FutureNoTimekeeper is thrown.
//   * After a deadline timeout_error is thrown, not folly::FutureTimeout.
//   * A caller that is cancelled already starts no child; collectAll would.
//   * A range is taken to its end before the first child starts, also with
//     concurrency(n): what collectAllWindowed makes on the way is made at once.
#ifndef SAFE_ASYNC_FOLLY_HPP
#define SAFE_ASYNC_FOLLY_HPP

#include <safe_async/detail/folly_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <folly/coro/Nothrow.h>
#include <folly/coro/Task.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/coro/safe/NowTask.h>
#include <folly/coro/safe/SafeTask.h>
#include <folly/futures/Future.h>

namespace safe_async {

namespace detail::folly_coro {
struct claim {
  using type = adapter;
};
} // namespace detail::folly_coro

template <class T>
struct adapter_for<folly::coro::Task<T>> : detail::folly_coro::claim {};
template <class T>
struct adapter_for<folly::coro::TaskWithExecutor<T>>
    : detail::folly_coro::claim {};
#if FOLLY_HAS_IMMOVABLE_COROUTINES
template <class T>
struct adapter_for<folly::coro::now_task<T>> : detail::folly_coro::claim {};
template <class T>
struct adapter_for<folly::coro::now_task_with_executor<T>>
    : detail::folly_coro::claim {};
template <folly::safe_alias Safety, class T>
struct adapter_for<folly::coro::safe_task<Safety, T>>
    : detail::folly_coro::claim {};
template <folly::safe_alias Safety, class T>
struct adapter_for<folly::coro::safe_task_with_executor<Safety, T>>
    : detail::folly_coro::claim {};
#endif
template <class T>
struct adapter_for<folly::Future<T>> : detail::folly_coro::claim {};
template <class T>
struct adapter_for<folly::SemiFuture<T>> : detail::folly_coro::claim {};
template <class T>
  requires detail::claimed<T>
struct adapter_for<folly::coro::detail::TryAwaitable<T>> : adapter_for<T> {};
template <class T>
  requires detail::claimed<T>
struct adapter_for<folly::coro::detail::NothrowAwaitable<T>> : adapter_for<T> {
};

} // namespace safe_async

#endif // SAFE_ASYNC_FOLLY_HPP
