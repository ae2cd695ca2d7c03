// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for libcoro, the replacement for coro::when_all.
//
//   coro::task<void> session(std::stop_token token) {
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::cancelled_by(token),
//         [&](std::stop_token t) { return fetch_user(t); },
//         [&](std::stop_token t) { return fetch_feed(t); });
//   }
//
// libcoro passes cancellation by hand, as a std::stop_token parameter, and has
// no exception for it. So a child that shall be cancelled is a function of a
// std::stop_token that returns a coro::task; the gather calls it with a token
// of its own when the child starts. A task that obeys its token should throw
// safe_async::operation_cancelled.
//
// What that means:
//   * A child given as a coro::task has no token of the gather: when a sibling
//     fails or the deadline passes, it can only be waited for. It is never
//     orphaned, and safe_gather(task, task) is no faster to fail than when_all.
//     What it adds is that the failure is thrown and not left in a result.
//   * A child that does not look at its token delays the end likewise. That
//     includes all timers of coro::scheduler: they take no token.
//   * The caller's cancellation reaches the gather through cancelled_by(token).
//     Without it the caller can't be cancelled, and nothing pretends it can.
//   * timeout(d) does not compile; timeout(timer, d) takes a safe_async::timer
//     (executor.hpp). A coro::scheduler is refused, because nobody can cancel
//     its timers: the gather would last until its deadline.
//   * The caller resumes on the thread where the last child ended, as after
//     when_all; go back with `co_await scheduler->schedule()`.
//   * With return_exceptions the results are those of when_all: ask each one
//     for return_value(), which gives the value or throws. Otherwise the values
//     come in a tuple, with monostate for void; one value comes as it is, and
//     of only voids nothing is left.
//
// One frame per child, as in when_all, and one for the gather.
#ifndef SAFE_ASYNC_LIBCORO_HPP
#define SAFE_ASYNC_LIBCORO_HPP

#include <safe_async/detail/libcoro_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <coro/task.hpp>

#include <stop_token>
#include <type_traits>

namespace safe_async {

namespace detail::libcoro {
template <class T> inline constexpr bool is_task = false;
template <class T> inline constexpr bool is_task<::coro::task<T>> = true;

/// A function of a std::stop_token that returns a libcoro task.
template <class F>
concept task_function = requires(F &f, std::stop_token token) {
  requires is_task<decltype(f(token))>;
};
} // namespace detail::libcoro

template <class Child>
  requires detail::libcoro::is_task<Child> ||
           detail::libcoro::task_function<Child>
struct adapter_for<Child> {
  using type = detail::libcoro::adapter;
};

} // namespace safe_async

#endif // SAFE_ASYNC_LIBCORO_HPP
