// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a gather of async_simple children give? The Lazy behind a gather,
// and the adapter that safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_ADAPTER_HPP

#include <safe_async/detail/async_simple_group.hpp>
#include <safe_async/detail/entry.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace safe_async::detail::async_simple_lib {

template <class Child>
inline constexpr bool is_void = std::is_void_v<typename Child::ValueType>;

template <class T>
lib::Try<T> captured(lib::Try<T> &result, const child_state &state) {
  if (state.timed_out)
    result.setException(std::make_exception_ptr(timeout_error()));
  return std::move(result);
}

/// Children given one by one. Nothing is left of void if all are void.
template <class... Child> struct pack {
  static constexpr std::size_t count = sizeof...(Child);

  explicit pack(Child &...child) : nodes(node<Child>(child)...) {}

  std::tuple<node<Child>...> nodes;
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }
  template <class F> void visit(std::size_t index, F &&f) {
    visit_at(index, f, nodes);
  }
  auto captures() {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::tuple<lib::Try<typename Child::ValueType>...>(
          captured(std::get<I>(nodes).result, states[I])...);
    }(std::index_sequence_for<Child...>());
  }
  auto values() {
    if constexpr ((is_void<Child> && ...))
      return;
    else if constexpr (count == 1)
      return std::move(std::get<0>(nodes).result).value();
    else
      return std::apply(
          [](auto &...n) {
            return std::tuple<decltype(value_of(n))...>(value_of(n)...);
          },
          nodes);
  }

private:
  template <class C> static auto value_of(node<C> &n) {
    if constexpr (is_void<C>)
      return std::monostate();
    else
      return typename C::ValueType(std::move(n.result).value());
  }
};

/// Children given as a range.
template <class Child> struct batch {
  using value_type = typename Child::ValueType;

  explicit batch(std::vector<node<Child>> given) : nodes(std::move(given)) {}

  std::vector<node<Child>> nodes;
  std::vector<child_state> states{nodes.size()};

  std::size_t size() const noexcept { return nodes.size(); }
  template <class F> void visit(std::size_t index, F &&f) { f(nodes[index]); }
  auto captures() {
    std::vector<lib::Try<value_type>> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(captured(nodes[i].result, states[i]));
    return all;
  }
  auto values() {
    if constexpr (!is_void<Child>) {
      std::vector<value_type> all;
      all.reserve(size());
      for (auto &n : nodes)
        all.push_back(std::move(n.result).value());
      return all;
    }
  }
};

template <class Plan, class Batch> auto awaited() {
  if constexpr (Plan::captures)
    return std::type_identity<decltype(std::declval<Batch &>().captures())>();
  else
    return std::type_identity<
        std::remove_cvref_t<decltype(std::declval<Batch &>().values())>>();
}
template <class Plan, class Batch>
using awaited_t = typename decltype(awaited<Plan, Batch>())::type;

template <class Plan>
lib::Executor *timer_of(Plan &plan, lib::Executor *executor) {
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    return &plan.timer();
  else if (Plan::has_deadline && !executor)
    throw std::logic_error(
        "safe_gather: a timeout needs an executor, and this Lazy runs on none: "
        "start it with via(executor), or name one: timeout(executor, d)");
  return executor;
}

/// The gather itself.
template <class Plan, class Batch>
lib::coro::Lazy<awaited_t<Plan, Batch>> run(Plan plan, Batch batch) {
  deadline limit = plan.fix_deadline();
  ending how = ending::values;
  if (is_late(batch, limit)) {
    how = ending::deadline;
  } else if (batch.size() > 0) {
    lib::Executor *executor = co_await lib::CurrentExecutor{};
    lib::Slot *caller = co_await lib::coro::CurrentSlot{};
    auto running = std::make_shared<group<Plan, Batch>>(
        plan, batch, limit, executor, timer_of(plan, executor), caller);
    co_await *running;
    how = running->how();
    if (how == ending::failure) {
      std::exception_ptr first;
      batch.visit(running->first_failed(),
                  [&](auto &node) { first = node.result.getException(); });
      std::rethrow_exception(first);
    }
  }
  if (how == ending::caller_cancelled)
    throw lib::SignalException(lib::SignalType::Terminate,
                               "safe_gather is canceled!");
  if constexpr (Plan::captures) {
    co_return batch.captures();
  } else {
    if (how == ending::deadline)
      throw timeout_error();
    if constexpr (!std::is_void_v<awaited_t<Plan, Batch>>)
      co_return batch.values();
  }
}

template <class Plan> constexpr void check_timer() {
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        std::is_base_of_v<
            lib::Executor,
            std::remove_reference_t<decltype(std::declval<Plan &>().timer())>>,
        "safe_gather: the timer of an async_simple gather is an executor: "
        "timeout(executor, d), or just timeout(d)");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_timer<Plan>();
    return run(std::move(plan), pack<Child...>(child...));
  }
  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_timer<Plan>();
    using child_type = std::ranges::range_value_t<Range>;
    std::vector<node<child_type>> nodes;
    if constexpr (std::ranges::sized_range<Range>)
      nodes.reserve(std::ranges::size(range));
    for (auto &&one : range)
      nodes.emplace_back(one);
    return run(std::move(plan), batch<child_type>(std::move(nodes)));
  }
};

} // namespace safe_async::detail::async_simple_lib

#endif // SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_ADAPTER_HPP
