// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What asio_adapter.inc needs from outside Asio. The .inc file is included
// inside a namespace, so it can't include anything itself.
#ifndef SAFE_ASYNC_DETAIL_ASIO_COMMON_HPP
#define SAFE_ASYNC_DETAIL_ASIO_COMMON_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/entry.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/slot.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace safe_async::detail {

/// Stands for "no value yet" in the fold below.
struct asio_nothing {};

template <class T> inline constexpr bool is_tuple = false;
template <class... T> inline constexpr bool is_tuple<std::tuple<T...>> = true;

/// One step of `a && b && c` in Asio's awaitable operators, which fold from
/// the left: void vanishes, but beside a tuple it becomes monostate; a tuple on
/// the left grows. Type and value follow the same rule by construction.
template <class Left, class T> auto asio_and(Left left, slot<T> &right) {
  if constexpr (std::is_same_v<Left, asio_nothing>) {
    if constexpr (std::is_void_v<T>)
      return left;
    else
      return T(right.take());
  } else if constexpr (is_tuple<Left>) {
    if constexpr (std::is_void_v<T>)
      return std::tuple_cat(std::move(left), std::tuple<std::monostate>());
    else
      return std::tuple_cat(std::move(left), std::tuple<T>(right.take()));
  } else if constexpr (std::is_void_v<T>) {
    return left;
  } else {
    return std::tuple<Left, T>(std::move(left), right.take());
  }
}

/// The value of `a && b && c`, taken out of the children's slots.
template <class Left> auto asio_values(Left left) { return left; }
template <class Left, class T, class... Rest>
auto asio_values(Left left, slot<T> &first, slot<Rest> &...rest) {
  return asio_values(asio_and(std::move(left), first), rest...);
}

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_ASIO_COMMON_HPP
