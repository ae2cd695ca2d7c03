// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does safe_gather promise? This file is the answer: the whole public
// contract, to be read in one sitting. It only declares; the words behind the
// promises live in detail/, one question per file, and every library has a
// small adapter header next to this one, which includes this file:
//
//   #include <safe_async/boost_asio.hpp>
//
//   auto [user, feed] = co_await safe_async::safe_gather(
//       safe_async::timeout(30s), fetch_user(id), fetch_feed(id));
//
// Serial code takes as long as both together and stops at the first failure:
//
//   auto user = co_await fetch_user(id);
//   auto feed = co_await fetch_feed(id);
//
// The gather takes as long as the slower one, and a failure of either stops
// the other and waits for it before it is rethrown.
//
// Promises, the same for every library (tests: test/header/conformance):
//   fail-fast  the first failure in time cancels the siblings, joins them and
//              is rethrown unchanged;
//   join       nothing that was started outlives the call, also not a child
//              that ignores cancellation: it delays the end;
//   deadline   timeout(d) cancels and joins, then throws timeout_error;
//   capture    return_exceptions gives one result per child, in order;
//   caller     cancelling the caller cancels and joins the children and ends
//              in the library's own way, never as somebody's result. What
//              comes first in time wins: failure, deadline or cancellation.
#ifndef SAFE_ASYNC_SAFE_GATHER_HPP
#define SAFE_ASYNC_SAFE_GATHER_HPP

// Major * 10000 + minor * 100 + patch. The build files read it from here.
#define SAFE_ASYNC_VERSION 100

#include <safe_async/detail/entry.hpp>
#include <safe_async/detail/options.hpp>
#include <safe_async/outcome.hpp>

namespace safe_async {

/// Option: cancel and join all children once `d` has passed since the gather
/// was awaited, then throw timeout_error. Uses the library's own timer.
///
///   serial, 30 s for each, a minute for both:
///     auto user = co_await safe_gather(timeout(30s), fetch_user(id));
///     auto feed = co_await safe_gather(timeout(30s), fetch_feed(id));
///   concurrent, 30 s for both:
///     auto [user, feed] = co_await safe_gather(
///         timeout(30s), fetch_user(id), fetch_feed(id));
///
/// A child that ignores its cancellation delays timeout_error until it ends.
/// Only the gather looks at the deadline, so `d` may be any duration and the
/// option any temporary. Throws nothing itself.
///
/// With return_exceptions nothing is thrown: children that had finished keep
/// their value or failure, those the deadline cancelled hold timeout_error.
/// A value that comes after the deadline is dropped (and kept with
/// return_exceptions). `d <= 0`: the deadline has passed already, no child is
/// started. A `d` too long to be counted, such as `duration::max()`: never.
template <class Rep, class Period>
[[nodiscard]] constexpr auto timeout(std::chrono::duration<Rep, Period> d) {
  return detail::timeout_option<std::chrono::duration<Rep, Period>>{{}, d};
}

/// As timeout(d), measured on `timer`: the library's timer or scheduler
/// object. Needed where the library has no timer of its own at hand. The
/// timer is borrowed: it must live until the gather has ended, and a timer
/// that serves one wait at a time, such as Asio's, serves no other meanwhile.
/// Its thread may be the one that ends the gather.
template <class Timer, class Rep, class Period>
[[nodiscard]] constexpr auto timeout(Timer &timer,
                                     std::chrono::duration<Rep, Period> d) {
  return detail::timer_option<Timer, std::chrono::duration<Rep, Period>>{
      {}, &timer, d};
}

/// A number without a unit is a mistake waiting to happen.
template <class Number>
  requires std::is_arithmetic_v<Number>
constexpr auto timeout(Number) {
  static_assert(detail::never_true<Number>,
                "safe_gather: a timeout needs a unit, as in "
                "safe_async::timeout(30s) or std::chrono::milliseconds(500)");
}

/// Option: as timeout(d), at a point in time of any clock: one deadline for
/// several gathers in a row. The clock is read once, when the gather is
/// awaited; that somebody sets it later moves no deadline.
template <class Clock, class Duration>
[[nodiscard]] constexpr auto
timeout_at(std::chrono::time_point<Clock, Duration> at) {
  return detail::timeout_at_option<std::chrono::time_point<Clock, Duration>>{
      {}, at};
}

/// As timeout_at(t), measured on `timer`; see timeout(timer, d).
template <class Timer, class Clock, class Duration>
[[nodiscard]] constexpr auto
timeout_at(Timer &timer, std::chrono::time_point<Clock, Duration> at) {
  return detail::timer_at_option<Timer,
                                 std::chrono::time_point<Clock, Duration>>{
      {}, &timer, at};
}

/// Option: a failure stops nobody and is returned as a value. All children
/// run to the end; the result holds one outcome per child, in order, in the
/// library's own type if it has one, else in safe_async::outcome<T>. A child
/// that ends in its own cancellation has failed like any other.
///
///   serial, each failure caught where it comes up:
///     try { show(co_await fetch_user(id)); } catch (...) { show_no_user(); }
///     try { show(co_await fetch_feed(id)); } catch (...) { show_no_feed(); }
///   concurrent:
///     auto [user, feed] = co_await safe_gather(
///         return_exceptions, fetch_user(id), fetch_feed(id));
///     user ? show(*user) : show_no_user();
///     feed ? show(*feed) : show_no_feed();
///
/// The gather still throws if its caller is cancelled. The results belong to
/// the caller and refer to nothing of the gather.
inline constexpr detail::capture_option return_exceptions{};

/// Option: at most `n` children run at a time; the next one starts, in order,
/// when one ends. After a failure (without return_exceptions), the deadline or
/// the caller's cancellation no more are started. Throws std::invalid_argument
/// for `n == 0`.
///
///   serial:          for (auto &url : urls) co_await fetch(url);
///   four at a time:  co_await safe_gather(concurrency(4), all_fetches(urls));
[[nodiscard]] constexpr auto concurrency(std::size_t n) {
  return detail::concurrency_option{{}, detail::checked_window(n)};
}

/// Option, for cleanup: cancelling the caller is held back until the join, and
/// the caller sees it at its next point of cancellation. Children are
/// cancelled by the deadline and, without return_exceptions, by a failure.
/// Requires a timeout, so that cleanup can't hang.
///
///   serial, the second close never runs if the first throws:
///     co_await close(channel); co_await close(file);
///   concurrent, both run, also in a cancelled caller:
///     co_await safe_gather(shielded, timeout(5s), return_exceptions,
///                          close(channel), close(file));
inline constexpr detail::shielded_option shielded{};

/// Option: `f(std::exception_ptr) noexcept` is told of real failures that are
/// not the one rethrown: those that came later, in the order they came, one
/// call at a time, before the gather ends. Cancellations are not told. Called
/// on the thread where the child ended or where another one was just being
/// dealt with. `f` is moved into the gather and lives until the join; what it
/// refers to must live as long.
template <class F> [[nodiscard]] constexpr auto on_suppressed(F f) {
  return detail::suppressed_option<F>{{}, std::move(f)};
}

/// Option, where a library passes cancellation by hand: the caller's own token
/// or, borrowed until the gather has ended, its abort source. Cancelling it
/// cancels the caller, on whatever thread the library lets it be cancelled:
/// children are cancelled and joined, and the gather ends in the library's own
/// cancellation. Does not compile where the library does it by itself.
template <class Token> [[nodiscard]] constexpr auto cancelled_by(Token &token) {
  if constexpr (std::is_copy_constructible_v<std::remove_const_t<Token>>)
    return detail::token_option<std::remove_const_t<Token>>{{}, token};
  else
    return detail::token_option<Token *>{{}, &token};
}
template <class Token>
[[nodiscard]] constexpr auto cancelled_by(Token &&token) {
  return detail::token_option<Token>{{}, std::move(token)};
}

/// Runs all children concurrently and waits for all of them.
///
///   co_await safe_gather([options...,] children...)
///   co_await safe_gather([options...,] range_of_children)
///
/// Starts nothing by itself: the result is the library's awaitable, and
/// awaiting it starts the children in order. Options come first, in any order.
///
/// Returns (awaited) what the library's own gather returns for these children;
/// for a range a std::vector of the values, or nothing for void. An empty
/// range completes at once. With return_exceptions see there.
///
/// Throws (awaited) the first failure in time, unchanged; timeout_error; or
/// the library's cancellation if the caller was cancelled.
///
/// Lifetime: children and options are taken by value and live until the join.
/// References inside them must outlive the gather. A gather that nobody awaits
/// may be dropped, and its children with it. Threads: the caller resumes
/// where the library's own gather would resume it; children may end on any
/// thread the library allows.
template <class... Args>
[[nodiscard("a gather runs only when it is awaited")]] auto
safe_gather(Args... args) {
  return detail::enter(args...);
}

} // namespace safe_async

#endif // SAFE_ASYNC_SAFE_GATHER_HPP
