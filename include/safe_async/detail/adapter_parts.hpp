// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does every adapter do around the machine, whatever its library? Here it
// stands once. In all of it a batch is what an adapter makes of the children,
// given one by one or as a range: it has size() and `states`.
#ifndef SAFE_ASYNC_DETAIL_ADAPTER_PARTS_HPP
#define SAFE_ASYNC_DETAIL_ADAPTER_PARTS_HPP

#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/options.hpp>

#include <cstddef>
#include <exception>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail {

/// What the machine has to know of a gather.
template <class Plan>
machine_setup setup_of(const Plan &plan, std::size_t children, deadline limit) {
  return {.children = children,
          .window = plan.window(),
          .captures = Plan::captures,
          .shielded = Plan::shielded,
          .reports_suppressed = Plan::reports_suppressed,
          .has_timer = limit.kind == deadline_kind::in_future};
}

/// True if the deadline has passed before anything could start. Then the
/// deadline is every child's end, too. An empty range is in time for any.
template <class Batch> bool is_late(Batch &batch, deadline limit) noexcept {
  if (limit.kind != deadline_kind::passed || batch.size() == 0)
    return false;
  for (child_state &state : batch.states)
    state.timed_out = true;
  return true;
}

/// Calls `f` with what stands at `index` in each of the tuples.
template <class F, class First, class... More>
void visit_at(std::size_t index, F &&f, First &first, More &...more) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    auto at = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
      f(std::get<J>(first), std::get<J>(more)...);
    };
    (void)((I == index &&
            (at(std::integral_constant<std::size_t, I>()), true)) ||
           ...);
  }(std::make_index_sequence<std::tuple_size_v<First>>());
}

/// The children of a range, moved out of it.
template <class Range>
std::vector<std::ranges::range_value_t<Range>> children_of(Range &range) {
  using child = std::ranges::range_value_t<Range>;
  if constexpr (std::is_same_v<Range, std::vector<child>>) {
    return std::move(range);
  } else {
    std::vector<child> children;
    if constexpr (std::ranges::sized_range<Range>)
      children.reserve(std::ranges::size(range));
    for (auto &&one : range)
      children.push_back(std::move(one));
    return children;
  }
}

/// How a child ended that ended in an exception, where the library's
/// cancellation is an exception of class `Cancelled`.
template <class Cancelled>
child_end end_of(const std::exception_ptr &error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (const Cancelled &) {
    return child_end::cancelled;
  } catch (...) {
    return child_end::failure;
  }
}

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_ADAPTER_PARTS_HPP
