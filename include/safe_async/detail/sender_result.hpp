// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How did one sender end? Senders have typed errors and a channel of their own
// for cancellation, so slot<T> is too poor for them: a sender_result keeps the
// values, the error in its own type, or "stopped", until all siblings are
// joined. It is written once, by the child, and read by the driver.
#ifndef SAFE_ASYNC_DETAIL_SENDER_RESULT_HPP
#define SAFE_ASYNC_DETAIL_SENDER_RESULT_HPP

#include <safe_async/detail/machine.hpp>
#include <safe_async/outcome.hpp>

#include <exception>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace safe_async::detail {

/// The child completed on the stopped channel.
struct sender_stopped {};
/// Stands for the values of a sender that never completes with any.
struct sender_no_values {};
/// A wrapper, so that an error may have the type of the values.
template <class E> struct sender_error {
  template <class From>
  sender_error(std::in_place_t,
               From &&from) noexcept(std::is_nothrow_constructible_v<E, From>)
      : error(std::forward<From>(from)) {}
  E error;
};

/// Any error as an exception, by the rules of `co_await sender`.
template <class E> std::exception_ptr sender_exception(const E &error) {
  if constexpr (std::is_same_v<E, std::exception_ptr>)
    return error;
  else if constexpr (std::is_same_v<E, std::error_code>)
    return std::make_exception_ptr(std::system_error(error));
  else
    return std::make_exception_ptr(error);
}

/// What is captured of a child with these values.
template <class Values> struct sender_captured {
  using type = Values;
  static outcome<Values> of(Values &values) {
    return outcome<Values>(std::in_place, std::move(values));
  }
};
template <> struct sender_captured<sender_no_values> {
  using type = void;
};
template <> struct sender_captured<std::tuple<>> {
  using type = void;
  static outcome<void> of(std::tuple<> &) {
    return outcome<void>(std::in_place);
  }
};
template <class T> struct sender_captured<std::tuple<T>> {
  using type = T;
  static outcome<T> of(std::tuple<T> &value) {
    return outcome<T>(std::in_place, std::move(std::get<0>(value)));
  }
};
/// libunifex: a variant of the ways to complete, of which there is one.
template <class Way>
struct sender_captured<std::variant<Way>> : sender_captured<Way> {
  static auto of(std::variant<Way> &values) {
    return sender_captured<Way>::of(std::get<0>(values));
  }
};

/// Whether a sender has the stopped channel at all.
enum class sender_stops { never, maybe };

/// `Values` holds decayed types (or is sender_no_values); `Errors` are
/// decayed and distinct, and hold exception_ptr if storing may throw.
template <class Values, sender_stops Stops, class... Errors>
class sender_result {
public:
  using values_type = Values;
  static constexpr bool has_values = !std::is_same_v<Values, sender_no_values>;
  using captured = outcome<typename sender_captured<Values>::type>;

  template <class... T> child_end store_values(T &&...values) noexcept {
    return store<1, child_end::value>(std::forward<T>(values)...);
  }
  template <class E> child_end store_error(E &&error) noexcept {
    return store<index_of<std::decay_t<E>>(), child_end::failure>(
        std::in_place, std::forward<E>(error));
  }
  child_end store_stopped() noexcept {
    ended_.template emplace<2>();
    return child_end::cancelled;
  }

  /// The child must have ended with values.
  Values &values() noexcept { return *std::get_if<1>(&ended_); }

  /// Calls `stopped()` or `failed(error &)`, whichever the child did.
  template <class Stopped, class Failed>
  void on_failure(Stopped stopped, Failed failed) noexcept {
    std::visit(
        [&]<class End>(End &end) {
          if constexpr (requires { end.error; })
            failed(end.error);
          else if constexpr (std::is_same_v<End, sender_stopped> &&
                             Stops == sender_stops::maybe)
            stopped();
        },
        ended_);
  }

  /// The failure; the child must not have ended with values.
  std::exception_ptr exception() noexcept {
    std::exception_ptr result;
    on_failure([&] { result = std::make_exception_ptr(operation_cancelled()); },
               [&](auto &error) { result = sender_exception(error); });
    return result;
  }

  /// The captured result of a child that has ended or was never started.
  captured capture(const child_state &state) {
    if (state.timed_out)
      return captured(std::make_exception_ptr(timeout_error()));
    if constexpr (has_values)
      if (auto *values = std::get_if<1>(&ended_))
        return sender_captured<Values>::of(*values);
    return captured(exception());
  }

private:
  using variant = std::variant<std::monostate, Values, sender_stopped,
                               sender_error<Errors>...>;

  template <class E> static constexpr std::size_t index_of() {
    std::size_t at = 3;
    bool found = false;
    ((found = found || std::is_same_v<E, Errors>, at += !found), ...);
    return at;
  }

  template <std::size_t Index, child_end How, class... T>
  child_end store(T &&...what) noexcept {
    using kept = std::variant_alternative_t<Index, variant>;
    if constexpr (std::is_nothrow_constructible_v<kept, T...>) {
      ended_.template emplace<Index>(std::forward<T>(what)...);
      return How;
    } else {
      try {
        ended_.template emplace<Index>(std::forward<T>(what)...);
        return How;
      } catch (...) {
        ended_.template emplace<index_of<std::exception_ptr>()>(
            std::in_place, std::current_exception());
        return child_end::failure;
      }
    }
  }

  variant ended_;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_SENDER_RESULT_HPP
