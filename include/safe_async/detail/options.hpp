// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which options were given, and what do they mean in sum? Each option is a
// small type derived from option_base; a plan is all options of one call,
// asked by the adapters in two ways: compile-time facts (captures, shielded,
// has_deadline) and run-time values (deadline, window, suppressed).
#ifndef SAFE_ASYNC_DETAIL_OPTIONS_HPP
#define SAFE_ASYNC_DETAIL_OPTIONS_HPP

#include <safe_async/outcome.hpp>

#include <chrono>
#include <cstddef>
#include <exception>
#include <limits>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

namespace safe_async::detail {

/// False, but only once a template is instantiated: for static_assert.
template <class...> inline constexpr bool never_true = false;

enum class option_kind {
  deadline,
  capture,
  concurrency,
  shielded,
  suppressed,
  token
};

struct option_base {
  static constexpr bool needs_ambient_timer = false;
};
template <class T>
concept option = std::is_base_of_v<option_base, T>;

using steady = std::chrono::steady_clock;

enum class deadline_kind { never, in_future, passed };

/// When a gather must end, fixed at the moment it is awaited.
struct deadline {
  deadline_kind kind = deadline_kind::never;
  steady::time_point at{};
};

/// `d` from now. Durations may be floating point or too long for the clock;
/// both are compared as floating point seconds before anything is converted.
template <class Duration> deadline deadline_after(Duration d) {
  using seconds = std::chrono::duration<long double>;
  if (!(d > Duration::zero()))
    return {deadline_kind::passed, {}};
  steady::time_point now = steady::now();
  // A second of distance keeps rounding away from overflow.
  if (seconds(d) >= seconds(steady::time_point::max() - now) - seconds(1))
    return {deadline_kind::never, {}};
  return {deadline_kind::in_future,
          now + std::chrono::ceil<steady::duration>(d)};
}

/// At a point in time, which may be too far away to be counted.
template <class TimePoint> deadline deadline_at(TimePoint at) {
  if (at == TimePoint::max())
    return {};
  return deadline_after(at - TimePoint::clock::now());
}

template <class Duration> struct timeout_option : option_base {
  static constexpr option_kind kind = option_kind::deadline;
  static constexpr bool needs_ambient_timer = true;
  Duration duration;
  deadline fix() const { return deadline_after(duration); }
};

template <class Timer, class Duration> struct timer_option : option_base {
  static constexpr option_kind kind = option_kind::deadline;
  Timer *timer;
  Duration duration;
  deadline fix() const { return deadline_after(duration); }
};

template <class TimePoint> struct timeout_at_option : option_base {
  static constexpr option_kind kind = option_kind::deadline;
  static constexpr bool needs_ambient_timer = true;
  TimePoint at;
  deadline fix() const { return deadline_at(at); }
};

template <class Timer, class TimePoint> struct timer_at_option : option_base {
  static constexpr option_kind kind = option_kind::deadline;
  Timer *timer;
  TimePoint at;
  deadline fix() const { return deadline_at(at); }
};

struct capture_option : option_base {
  static constexpr option_kind kind = option_kind::capture;
};

struct shielded_option : option_base {
  static constexpr option_kind kind = option_kind::shielded;
};

struct concurrency_option : option_base {
  static constexpr option_kind kind = option_kind::concurrency;
  std::size_t window;
};

template <class F> struct suppressed_option : option_base {
  static_assert(std::is_nothrow_invocable_v<F &, std::exception_ptr>,
                "safe_gather: on_suppressed(f) needs a noexcept function that "
                "takes std::exception_ptr: there is nobody left to tell when "
                "it throws");
  static constexpr option_kind kind = option_kind::suppressed;
  F function;
};

/// Holds the caller's token, or a pointer to what can't be copied.
template <class Token> struct token_option : option_base {
  static constexpr option_kind kind = option_kind::token;
  Token token;
};

constexpr std::size_t checked_window(std::size_t n) {
  if (n == 0)
    throw std::invalid_argument(
        "safe_gather: concurrency(0) would never start a child");
  return n;
}

/// All options of one call.
template <option... Options> class plan {
  template <option_kind Kind>
  static constexpr std::size_t count =
      (std::size_t(0) + ... + std::size_t(Options::kind == Kind));

  static_assert(count<option_kind::deadline> <= 1,
                "safe_gather: give one timeout or timeout_at, not several");
  static_assert(count<option_kind::capture> <= 1,
                "safe_gather: return_exceptions is given twice");
  static_assert(count<option_kind::concurrency> <= 1,
                "safe_gather: concurrency is given twice");
  static_assert(count<option_kind::shielded> <= 1,
                "safe_gather: shielded is given twice");
  static_assert(count<option_kind::suppressed> <= 1,
                "safe_gather: on_suppressed is given twice");
  static_assert(count<option_kind::token> <= 1,
                "safe_gather: give one cancelled_by, not several");
  static_assert(!count<option_kind::shielded> || count<option_kind::deadline>,
                "safe_gather: shielded holds back the caller's cancellation "
                "and could hang for ever: give it a timeout");
  static_assert(!count<option_kind::suppressed> || !count<option_kind::capture>,
                "safe_gather: with return_exceptions every failure is "
                "returned, so on_suppressed is never called: drop one of them");

public:
  explicit plan(Options &...options) : options_(std::move(options)...) {}

  static constexpr bool captures = count<option_kind::capture> != 0;
  static constexpr bool shielded = count<option_kind::shielded> != 0;
  static constexpr bool has_deadline = count<option_kind::deadline> != 0;
  static constexpr bool reports_suppressed =
      count<option_kind::suppressed> != 0;
  static constexpr bool has_token = count<option_kind::token> != 0;

  /// True if the deadline has to run on a timer the library provides.
  static constexpr bool needs_ambient_timer =
      (Options::needs_ambient_timer || ...);

  /// The deadline, counted from now; never if there is none.
  deadline fix_deadline() const {
    if constexpr (has_deadline)
      return get<option_kind::deadline>().fix();
    else
      return {};
  }

  /// The timer of timeout(timer, d) or timeout_at(timer, t).
  auto &timer() const
    requires(has_deadline && !needs_ambient_timer)
  {
    return *get<option_kind::deadline>().timer;
  }

  /// What cancelled_by was given: a token, or a pointer to it.
  const auto &token() const
    requires has_token
  {
    return get<option_kind::token>().token;
  }

  /// How many children may run at a time.
  std::size_t window() const {
    if constexpr (count<option_kind::concurrency>)
      return get<option_kind::concurrency>().window;
    else
      return std::numeric_limits<std::size_t>::max();
  }

  void suppressed(std::exception_ptr error) noexcept {
    if constexpr (reports_suppressed)
      get<option_kind::suppressed>().function(std::move(error));
  }

private:
  template <option_kind Kind> static constexpr std::size_t index() {
    std::size_t at = 0, found = 0;
    ((Options::kind == Kind ? void(found = at++) : void(++at)), ...);
    return found;
  }
  template <option_kind Kind> auto &get() {
    return std::get<index<Kind>()>(options_);
  }
  template <option_kind Kind> const auto &get() const {
    return std::get<index<Kind>()>(options_);
  }

  std::tuple<Options...> options_;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_OPTIONS_HPP
