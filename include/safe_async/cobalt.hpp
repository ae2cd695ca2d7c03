// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for Boost.Cobalt (Boost 1.84 or later), the replacement for join
// and, with return_exceptions, for gather: mind that Cobalt's own gather
// captures and cancels nobody.
//
//   boost::cobalt::task<void> session() {
//     using namespace std::chrono_literals;
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::timeout(30s), fetch_user(), fetch_feed());
//   }
//
// Children: task, promise, and operations made with use_op. The result is a
// lazy task with the result of join, or of gather: monostate for void beside
// values, pmr vectors for ranges, boost::system::result for captures.
//
// What Cobalt decides, and a user has to know:
//   * A promise has started before the gather. It is cancelled and joined like
//     a task; it is moved into the gather, so say std::move for a named one.
//   * Children get cancellation_type::all on failure, deadline and terminal
//     cancellation of the caller; `partial` and `total` requests of the caller
//     are handed on as they are. A child's filter decides what it hears;
//     Cobalt's default hears all of them.
//   * Everything runs on one thread, the one of the caller's executor.
//   * The deadline is a timer of the gather on the caller's executor;
//     timeout(timer, d) takes an Asio waitable timer instead.
//   * A coroutine that is itself cancelled throws at every co_await. Before a
//     shielded cleanup call `co_await this_coro::reset_cancellation_state()`.
//   * race(safe_gather(...), x) interrupts the loser, which is Cobalt's word
//     for not waiting for it: the gather goes on behind the race. Use timeout.
#ifndef SAFE_ASYNC_COBALT_HPP
#define SAFE_ASYNC_COBALT_HPP

#include <safe_async/detail/cobalt_adapter.hpp>
#include <safe_async/safe_gather.hpp>

#include <boost/cobalt/op.hpp>
#include <boost/cobalt/promise.hpp>
#include <boost/cobalt/task.hpp>

#include <type_traits>

namespace safe_async {

namespace detail::cobalt_lib {
template <class... T> void accepts_op(const cobalt::op<T...> &);

/// An operation made with use_op: a class of its own for each call.
template <class T>
concept operation = std::is_class_v<T> && std::is_move_constructible_v<T> &&
                    requires(const T &t) { accepts_op(t); };
} // namespace detail::cobalt_lib

template <class T> struct adapter_for<boost::cobalt::task<T>> {
  using type = detail::cobalt_lib::adapter;
};
template <class T> struct adapter_for<boost::cobalt::promise<T>> {
  using type = detail::cobalt_lib::adapter;
};
template <detail::cobalt_lib::operation T> struct adapter_for<T> {
  using type = detail::cobalt_lib::adapter;
};

} // namespace safe_async

#endif // SAFE_ASYNC_COBALT_HPP
