// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for cppcoro, the replacement for when_all and, with
// return_exceptions, when_all_ready. For the maintained fork
// (andreasbuhr/cppcoro); the original needs <experimental/coroutine>.
//
//   cppcoro::task<> session(cppcoro::cancellation_token token) {
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::cancelled_by(token),
//         [&](cppcoro::cancellation_token t) { return fetch_user(t); },
//         [&](cppcoro::cancellation_token t) { return fetch_feed(t); });
//   }
//
// cppcoro passes cancellation by hand, as a cancellation_token parameter. So a
// child that shall be cancelled is a function of a cancellation_token; the
// gather calls it with a token of its own when the child starts.
//
// What that means:
//   * A child given as task or shared_task has no token: when a sibling fails
//     or the deadline passes, it can only be waited for. It is never orphaned.
//   * A child that does not look at its token delays the end likewise.
//   * The caller's cancellation reaches the gather through cancelled_by(token).
//     Without it the caller can't be cancelled, and nothing pretends it can.
//   * There is no timer that works on every platform, so timeout(d) does not
//     compile; timeout(timer, d) takes a safe_async::timer (executor.hpp).
//   * There is no executor: the caller resumes on the thread where the last
//     child ended, as after when_all, or where it was cancelled.
//   * With return_exceptions the results are those of when_all_ready: ask each
//     one for result(), which gives the value or throws.
#ifndef SAFE_ASYNC_CPPCORO_HPP
#define SAFE_ASYNC_CPPCORO_HPP

#include <safe_async/detail/cppcoro_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <cppcoro/is_awaitable.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/task.hpp>

#include <stop_token>
#include <type_traits>

namespace safe_async {

namespace detail::cppcoro_lib {
template <class T> inline constexpr bool is_own = false;
template <class T> inline constexpr bool is_own<::cppcoro::task<T>> = true;
template <class T>
inline constexpr bool is_own<::cppcoro::shared_task<T>> = true;
template <class R> inline constexpr bool is_own<gathering<R>> = true;

template <class F>
concept token_function =
    std::is_invocable_v<F &, ::cppcoro::cancellation_token>;
template <class F>
using made_by_function =
    std::invoke_result_t<F &, ::cppcoro::cancellation_token>;

/// A function of a cancellation_token. One that takes any kind of token is
/// cppcoro's only if what it returns is.
template <class F>
concept child_function =
    token_function<F> && ::cppcoro::is_awaitable_v<made_by_function<F>> &&
    (is_own<made_by_function<F>> || !std::is_invocable_v<F &, std::stop_token>);
} // namespace detail::cppcoro_lib

template <class Child>
  requires detail::cppcoro_lib::is_own<Child> ||
           detail::cppcoro_lib::child_function<Child>
struct adapter_for<Child> {
  using type = detail::cppcoro_lib::adapter;
};

} // namespace safe_async

#endif // SAFE_ASYNC_CPPCORO_HPP
