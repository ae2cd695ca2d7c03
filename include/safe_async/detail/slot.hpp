// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where does a child's result wait for its siblings, and what becomes of it?
// A slot holds one child's value or exception. Adapters whose library has no
// result type of its own keep one slot per child and turn them into outcomes.
#ifndef SAFE_ASYNC_DETAIL_SLOT_HPP
#define SAFE_ASYNC_DETAIL_SLOT_HPP

#include <safe_async/detail/machine.hpp>
#include <safe_async/outcome.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace safe_async::detail {

template <class T> struct slot {
  std::optional<stored_t<T>> value;
  std::exception_ptr error;

  /// The child's own value; it must have ended with one.
  T take() {
    if constexpr (std::is_void_v<T>)
      return;
    else if constexpr (std::is_reference_v<T>)
      return static_cast<T>(value->get());
    else
      return std::move(*value);
  }

  /// The captured result of a child that has ended or was never started.
  outcome<T> capture(const child_state &state) {
    if (state.timed_out)
      return outcome<T>(std::make_exception_ptr(timeout_error()));
    if (error)
      return outcome<T>(std::move(error));
    return outcome<T>(std::in_place, std::move(*value));
  }
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_SLOT_HPP
