// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is a folly child, and what does a gather of them give? Children and
// results, given one by one or as a range; the coroutine that the caller
// awaits; and the adapter that safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_FOLLY_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_FOLLY_ADAPTER_HPP

#include <safe_async/detail/folly_group.hpp>

#include <folly/CancellationToken.h>
#include <folly/Unit.h>
#include <folly/coro/Collect.h>
#include <folly/coro/CurrentExecutor.h>
#include <folly/coro/Error.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::folly_coro {

using child_task = std::optional<coro::detail::BarrierTask>;

inline ::folly::Unit unit_or_value(::folly::Try<void> &) { return {}; }
template <class T> T &&unit_or_value(::folly::Try<T> &result) {
  return std::move(result).value();
}

template <class Result> void settle(Result &result, const child_state &state) {
  if (state.timed_out)
    result.emplaceException(::folly::make_exception_wrapper<timeout_error>());
}

/// Children given one by one, and their results.
template <class... Child> struct pack {
  static constexpr std::size_t count = sizeof...(Child);
  using values_type =
      std::tuple<coro::detail::collect_all_component_t<Child>...>;
  using captures_type =
      std::tuple<coro::detail::collect_all_try_component_t<Child>...>;

  explicit pack(Child &...child) : children(mover(child)...) {}

  std::tuple<mover_of<Child>...> children;
  captures_type results{};
  std::array<child_state, count> states{};
  std::array<child_task, count> tasks{};

  static constexpr std::size_t size() noexcept { return count; }

  template <class F> void visit(std::size_t index, F &&f) {
    visit_at(index, f, children, results);
  }
  values_type values() {
    return std::apply(
        [](auto &...r) { return values_type(unit_or_value(r)...); }, results);
  }
  captures_type captures() {
    [this]<std::size_t... I>(std::index_sequence<I...>) {
      (settle(std::get<I>(results), states[I]), ...);
    }(std::index_sequence_for<Child...>());
    return std::move(results);
  }
};

/// Children given as a range, and their results.
template <class Child> struct batch {
  using value = coro::detail::collect_all_range_component_t<Child &&>;
  static constexpr bool is_void =
      std::is_void_v<coro::semi_await_result_t<Child &&>>;
  using values_type = std::conditional_t<is_void, void, std::vector<value>>;
  using captures_type =
      std::vector<coro::detail::collect_all_try_range_component_t<Child &&>>;

  explicit batch(std::vector<Child> given) : children(std::move(given)) {}

  std::vector<Child> children;
  captures_type results{children.size()};
  std::vector<child_state> states{children.size()};
  std::vector<child_task> tasks{children.size()};

  std::size_t size() const noexcept { return children.size(); }

  template <class F> void visit(std::size_t index, F &&f) {
    f(children[index], results[index]);
  }
  values_type values() {
    if constexpr (!is_void) {
      values_type all;
      all.reserve(size());
      for (auto &r : results)
        all.push_back(std::move(r).value());
      return all;
    }
  }
  captures_type captures() {
    for (std::size_t i = 0; i < size(); ++i)
      settle(results[i], states[i]);
    return std::move(results);
  }
};

template <class Plan, class Batch>
using awaited_t =
    std::conditional_t<Plan::captures, typename Batch::captures_type,
                       typename Batch::values_type>;

/// The gather itself. `Task` is one of folly's task types.
template <class Task, class Plan, class Batch>
Task run(Plan plan, Batch batch) {
  deadline limit = plan.fix_deadline();
  ending how = ending::values;
  if (is_late(batch, limit)) {
    how = ending::deadline;
  } else if (batch.size() > 0) {
    group<Plan, Batch> g(plan, batch, limit, co_await coro::co_current_executor,
                         co_await coro::detail::co_current_async_stack_frame);
    g.begin(limit);
    std::optional<::folly::CancellationCallback> subscription;
    if constexpr (!Plan::shielded)
      subscription.emplace(co_await coro::co_current_cancellation_token,
                           [&g]() noexcept { g.caller_cancelled(); });
    g.drive(called_from::caller);
    co_await coro::detail::UnsafeResumeInlineSemiAwaitable{
        g.joined.arriveAndWait()};
    ::folly::RequestContext::setContext(g.context);
    if (g.must_hop)
      co_await coro::co_reschedule_on_current_executor;
    how = g.steps.how_ended();
    if (how == ending::deadline && g.timer_error)
      co_yield coro::co_error(std::move(g.timer_error));
    if (how == ending::failure && !Plan::captures) {
      ::folly::exception_wrapper first;
      batch.visit(g.steps.first_failed(), [&](auto &, auto &result) {
        first = std::move(result.exception());
      });
      co_yield coro::co_error(std::move(first));
    }
  }
  if (how == ending::caller_cancelled)
    co_yield coro::co_error(
        ::folly::make_exception_wrapper<::folly::OperationCancelled>());
  if constexpr (Plan::captures) {
    co_return batch.captures();
  } else {
    if (how == ending::deadline)
      co_yield coro::co_error(::folly::make_exception_wrapper<timeout_error>());
    if constexpr (!std::is_void_v<awaited_t<Plan, Batch>>)
      co_return batch.values();
  }
}

template <class Plan> constexpr ::folly::safe_alias safety_of_plan() {
  // As folly::coro::timeout has it: a timekeeper is held by a pointer.
  return Plan::has_deadline && !Plan::needs_ambient_timer
             ? ::folly::safe_alias::unsafe
             : ::folly::safe_alias::maybe_value;
}

template <class Plan> constexpr void check_timer() {
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        std::is_base_of_v<
            ::folly::Timekeeper,
            std::remove_cvref_t<decltype(std::declval<Plan &>().timer())>>,
        "safe_gather: on folly, timeout(timer, d) takes a folly::Timekeeper");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_timer<Plan>();
    using batch_type = pack<Child...>;
    // Which of folly's tasks comes out follows collectAll's rule: a now_task
    // if a child is one, a safe_task if all children are safe.
    using task = coro::detail::pick_task_wrapper<
        awaited_t<Plan, batch_type>,
        std::min({safety_of_plan<Plan>(),
                  ::folly::lenient_safe_alias_of_v<Child>...}),
        (::folly::ext::must_use_immediately_v<Child> || ...)>;
    return folly_coro::run<task>(std::move(plan), batch_type(child...));
  }

  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_timer<Plan>();
    using child = std::ranges::range_value_t<Range>;
    using batch_type = batch<child>;
    using task = coro::Task<awaited_t<Plan, batch_type>>;
    return folly_coro::run<task>(std::move(plan),
                                 batch_type(children_of(range)));
  }
};

} // namespace safe_async::detail::folly_coro

#endif // SAFE_ASYNC_DETAIL_FOLLY_ADAPTER_HPP
