// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a gather of libcoro children give? The token side of libcoro, the
// coroutine behind a gather, and the adapter that safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_LIBCORO_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_LIBCORO_ADAPTER_HPP

#include <safe_async/detail/token_group.hpp>

#include <coro/task.hpp>
#include <coro/when_all.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <ranges>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace safe_async::detail::libcoro {

/// libcoro has no cancellation of its own: tokens are the standard's, and a
/// task that obeys throws operation_cancelled.
struct library {
  using source = std::stop_source;
  using token_type = std::stop_token;
  template <class F> using subscription = std::stop_callback<F>;

  static std::stop_token token(const source &s) noexcept {
    return s.get_token();
  }
  static void request(source &s) noexcept { s.request_stop(); }
  static bool is_cancellation(const std::exception_ptr &error) noexcept {
    return end_of<operation_cancelled>(error) == child_end::cancelled;
  }
  [[noreturn]] static void throw_cancellation() { throw operation_cancelled(); }
};

template <class Child> using seat = token_seat<library, Child>;
using group_base = token_group_base<library>;
/// What when_all gives for a child; it has return_value().
template <class Child>
using ready = ::coro::detail::when_all_task<typename seat<Child>::result_type>;
/// A child's value: what its task returns, a reference only if it returns one.
template <class Child>
using value_of = std::conditional_t<
    std::is_rvalue_reference_v<typename seat<Child>::result_type>,
    std::remove_reference_t<typename seat<Child>::result_type>,
    typename seat<Child>::result_type>;
template <class Child>
inline constexpr bool is_void = std::is_void_v<value_of<Child>>;

template <class Child>
using value_or_monostate =
    std::conditional_t<is_void<Child>, std::monostate, value_of<Child>>;
template <class Child> value_or_monostate<Child> take(ready<Child> &task) {
  if constexpr (is_void<Child>)
    return {};
  else
    return static_cast<typename seat<Child>::result_type>(task.return_value());
}

/// Children given one by one. Nothing is left of void if all are void.
template <class... Child> struct pack {
  static constexpr std::size_t count = sizeof...(Child);
  using tasks_type = std::tuple<ready<Child>...>;
  using first = std::tuple_element_t<0, std::tuple<Child...>>;
  static auto values_type_of() {
    if constexpr ((is_void<Child> && ...))
      return std::type_identity<void>();
    else if constexpr (count == 1)
      return std::type_identity<value_of<first>>();
    else
      return std::type_identity<std::tuple<value_or_monostate<Child>...>>();
  }
  using values_type = typename decltype(values_type_of())::type;

  explicit pack(Child &...child) : children(std::move(child)...) {}

  std::tuple<Child...> children;
  std::array<token_seat_base *, count> seats{};
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }
  auto all_ready(group_base &group) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return ::coro::when_all(seat<Child>(group, I, std::get<I>(children))...);
    }(std::index_sequence_for<Child...>());
  }
  static void rethrow(tasks_type &tasks, std::size_t index) {
    visit_at(index, [](auto &task) { (void)task.return_value(); }, tasks);
  }
  static values_type values(tasks_type &tasks) {
    if constexpr (count == 1)
      return take<first>(std::get<0>(tasks));
    else
      return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return values_type(take<Child>(std::get<I>(tasks))...);
      }(std::index_sequence_for<Child...>());
  }
};

/// Children given as a range.
template <class Child> struct batch {
  using tasks_type = std::vector<ready<Child>>;
  using values_type = typename std::conditional_t<
      is_void<Child>, std::type_identity<void>,
      std::type_identity<std::vector<stored_t<value_of<Child>>>>>::type;

  explicit batch(std::vector<Child> given) : children(std::move(given)) {}

  std::vector<Child> children;
  std::vector<token_seat_base *> seats{children.size()};
  std::vector<child_state> states{children.size()};

  std::size_t size() const noexcept { return children.size(); }
  auto all_ready(group_base &group) {
    std::vector<seat<Child>> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.emplace_back(group, i, children[i]);
    return ::coro::when_all(std::move(all));
  }
  static void rethrow(tasks_type &tasks, std::size_t index) {
    tasks[index].return_value();
  }
  static values_type values(tasks_type &tasks) {
    values_type all;
    all.reserve(tasks.size());
    for (auto &task : tasks)
      all.push_back(take<Child>(task));
    return all;
  }
};

template <class Plan, class Batch>
using awaited_t = std::conditional_t<Plan::captures, typename Batch::tasks_type,
                                     typename Batch::values_type>;

/// The gather itself.
template <class Plan, class Batch>
::coro::task<awaited_t<Plan, Batch>> run(Plan plan, Batch batch) {
  token_group<library, Plan, Batch> group(plan, batch, plan.fix_deadline());
  if (batch.size() == 0) {
    if constexpr (std::is_void_v<awaited_t<Plan, Batch>>)
      co_return;
    else if constexpr (requires { awaited_t<Plan, Batch>(); })
      co_return awaited_t<Plan, Batch>();
  }
  group.begin();
  typename Batch::tasks_type tasks = co_await batch.all_ready(group);
  co_await group.end();
  if (group.how() == ending::caller_cancelled)
    throw operation_cancelled();
  if constexpr (Plan::captures) {
    co_return std::move(tasks);
  } else {
    if (group.how() == ending::deadline)
      throw timeout_error();
    if (group.how() == ending::failure)
      Batch::rethrow(tasks, group.first_failed());
    if constexpr (!std::is_void_v<awaited_t<Plan, Batch>>)
      co_return Batch::values(tasks);
  }
}

template <class Plan> constexpr void check_timer() {
  static_assert(!Plan::has_deadline || !Plan::needs_ambient_timer,
                "safe_gather: libcoro has no timer of its own: use "
                "timeout(timer, d) with a safe_async::timer");
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        std::is_base_of_v<timer, std::remove_cvref_t<
                                     decltype(std::declval<Plan &>().timer())>>,
        "safe_gather: on libcoro, timeout(timer, d) takes a safe_async::timer: "
        "a timer of coro::scheduler can't be cancelled, so every gather would "
        "last until its deadline");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  static constexpr bool takes_token = true;

  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_timer<Plan>();
    return run(std::move(plan), pack<Child...>(child...));
  }

  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_timer<Plan>();
    using child = std::ranges::range_value_t<Range>;
    return run(std::move(plan), batch<child>(children_of(range)));
  }
};

} // namespace safe_async::detail::libcoro

#endif // SAFE_ASYNC_DETAIL_LIBCORO_ADAPTER_HPP
