// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a captured result look where the library has no type of its own?
// outcome<T> is a value or a failure. It is deliberately not [[nodiscard]]:
// in cleanup nobody reads it, and that is fine.
#ifndef SAFE_ASYNC_OUTCOME_HPP
#define SAFE_ASYNC_OUTCOME_HPP

#include <cassert>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

namespace safe_async {

/// The deadline of a gather has passed. Thrown by a gather with a timeout, and
/// held by the children the deadline cancelled under return_exceptions.
class timeout_error : public std::runtime_error {
public:
  timeout_error() : std::runtime_error("safe_gather: the deadline passed") {}
};

/// A cancellation where the library has no exception for it: the std core's,
/// thrown by a gather whose caller is cancelled and by sleep_for, and what a
/// captured sender holds that was stopped. A task that honours its stop token
/// throws it as well. Let it pass.
class operation_cancelled : public std::exception {
public:
  const char *what() const noexcept override {
    return "safe_async: operation cancelled";
  }
};

namespace detail {
/// void and references are stored as objects, so that one variant serves all.
template <class T> struct stored {
  using type = T;
};
template <class T>
  requires std::is_void_v<T>
struct stored<T> {
  using type = std::monostate;
};
template <class T> struct stored<T &> {
  using type = std::reference_wrapper<T>;
};
template <class T> using stored_t = typename stored<T>::type;
} // namespace detail

/// One child's end under return_exceptions: its value, or the exception it
/// failed with. T may be void or a reference. As movable and copyable as T; if
/// T throws while an outcome is assigned to, that outcome's failure is
/// std::bad_variant_access. Not thread-safe, like any value. Nobody has to look
/// at it: a failure that is not looked at is dropped.
template <class T> class outcome {
public:
  using value_type = T;

  /// A value, made in place; for void without arguments.
  template <class... Args>
    requires std::is_constructible_v<detail::stored_t<T>, Args...>
  explicit outcome(std::in_place_t, Args &&...args)
      : state_(std::in_place_index<0>, std::forward<Args>(args)...) {}

  /// A failure; `error` must not be null.
  explicit outcome(std::exception_ptr error) noexcept
      : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// The failure, or null if there is a value.
  [[nodiscard]] std::exception_ptr error() const noexcept {
    if (const auto *error = std::get_if<1>(&state_))
      return *error;
    return has_value() ? std::exception_ptr() : lost();
  }

  /// The value, or rethrows the failure.
  decltype(auto) value() & { return get(*this); }
  decltype(auto) value() const & { return get(*this); }
  decltype(auto) value() && { return get(std::move(*this)); }

  /// The value; there must be one.
  decltype(auto) operator*() & noexcept { return (assert(*this), get(*this)); }
  decltype(auto) operator*() const & noexcept {
    return (assert(*this), get(*this));
  }
  decltype(auto) operator*() && noexcept {
    return (assert(*this), get(std::move(*this)));
  }
  auto operator->() noexcept
    requires(!std::is_void_v<T>)
  {
    return std::addressof(**this);
  }
  auto operator->() const noexcept
    requires(!std::is_void_v<T>)
  {
    return std::addressof(**this);
  }

private:
  template <class Self> static decltype(auto) get(Self &&self) {
    if (auto *error = std::get_if<1>(&self.state_))
      std::rethrow_exception(*error);
    if (!self.has_value())
      std::rethrow_exception(lost());
    if constexpr (std::is_void_v<T>)
      return;
    else if constexpr (std::is_reference_v<T>)
      return static_cast<T>(std::get_if<0>(&self.state_)->get());
    else
      return forward_like<Self>(*std::get_if<0>(&self.state_));
  }
  // What stands for a value whose move has thrown.
  static std::exception_ptr lost() noexcept {
    return std::make_exception_ptr(std::bad_variant_access());
  }
  // A reference to the value, as movable as the outcome it sits in.
  template <class Self, class U> static auto &&forward_like(U &u) noexcept {
    if constexpr (std::is_lvalue_reference_v<Self>)
      return u;
    else
      return std::move(u);
  }

  std::variant<detail::stored_t<T>, std::exception_ptr> state_;
};

} // namespace safe_async

#endif // SAFE_ASYNC_OUTCOME_HPP
