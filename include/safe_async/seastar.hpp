// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for Seastar, the replacement for coroutine::all, when_all_succeed
// and, with return_exceptions, when_all.
//
//   seastar::future<> session(seastar::abort_source &as) {
//     using namespace std::chrono_literals;
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::cancelled_by(as), safe_async::timeout(30s),
//         [&](seastar::abort_source &a) { return fetch_user(a); },
//         [&](seastar::abort_source &a) { return fetch_feed(a); });
//   }
//
// Seastar passes cancellation by hand, as an abort_source. So a child that
// shall be cancelled is a function of an abort_source&; the gather calls it
// with a source of its own when the child starts, and keeps it until the join,
// so lambda coroutines with captures are safe.
//
// What that means:
//   * A child given as a future has started already, and a function without
//     parameters has no abort source: when a sibling fails or the deadline
//     passes, they can only be waited for. They are never orphaned, which
//     seastar::with_timeout would do.
//   * A child in a wait that can't be aborted (sleep, a plain semaphore) delays
//     the end: use sleep_abortable(d, as), semaphore::wait(as).
//   * The caller's abort source reaches the gather through cancelled_by(as);
//     the gather then ends in the exception of that source. Without it the
//     caller can't be cancelled.
//   * The result is what coroutine::all gives: a tuple without the voids. For a
//     range it is a vector, or nothing.
//   * With return_exceptions the results are safe_async::outcome, not futures:
//     nobody has to look at them, and Seastar does not complain of an ignored
//     exceptional future.
//   * Nothing runs before the gather is awaited; code without coroutines says
//     safe_gather(...).start() and gets a future.
//   * Everything stays on the caller's shard and in its scheduling group.
//   * The deadline is a seastar::timer of the gather; timeout(timer, d) takes
//     another one, for example a timer<lowres_clock>.
#ifndef SAFE_ASYNC_SEASTAR_HPP
#define SAFE_ASYNC_SEASTAR_HPP

#include <safe_async/detail/seastar_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <seastar/core/future.hh>

#include <type_traits>

namespace safe_async {

namespace detail::seastar_lib {
template <class F>
concept child_function = (abortable_function<F> || std::is_invocable_v<F &>) &&
                         is_future<future_of<F>>;
} // namespace detail::seastar_lib

template <class T> struct adapter_for<seastar::future<T>> {
  using type = detail::seastar_lib::adapter;
};
template <detail::seastar_lib::child_function F> struct adapter_for<F> {
  using type = detail::seastar_lib::adapter;
};

} // namespace safe_async

#endif // SAFE_ASYNC_SEASTAR_HPP
