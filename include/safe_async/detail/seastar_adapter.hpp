// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a gather of Seastar children give? Children and results, given one
// by one or as a range; the coroutine behind the gather; the lazy object that
// the caller awaits; and the adapter that safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_SEASTAR_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_SEASTAR_ADAPTER_HPP

#include <safe_async/detail/seastar_group.hpp>

#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>

#include <array>
#include <cstddef>
#include <exception>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::seastar_lib {

/// A value as coroutine::all has it: nothing is left of void.
template <class T> auto values_of(seat<T> &seat) {
  if constexpr (std::is_void_v<T>)
    return std::tuple<>();
  else
    return std::tuple<T>(seat.result.take());
}

/// Children given one by one, and their results.
template <class... Child> struct pack {
  static constexpr std::size_t count = sizeof...(Child);
  using captures_type = std::tuple<outcome<value_of<Child>>...>;

  explicit pack(Child &...child) : children(std::move(child)...) {}

  std::tuple<Child...> children;
  std::tuple<seat<value_of<Child>>...> seats{};
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }

  template <class F> void visit(std::size_t index, F &&f) {
    visit_at(index, f, children, seats);
  }
  auto values() {
    return std::apply(
        [](auto &...seat) { return std::tuple_cat(values_of(seat)...); },
        seats);
  }
  captures_type captures() {
    return [this]<std::size_t... I>(std::index_sequence<I...>) {
      return captures_type(std::get<I>(seats).result.capture(states[I])...);
    }(std::index_sequence_for<Child...>());
  }
};

/// Children given as a range, and their results.
template <class Child> struct batch {
  using value = value_of<Child>;
  using captures_type = std::vector<outcome<value>>;

  explicit batch(std::vector<Child> given) : children(std::move(given)) {}

  std::vector<Child> children;
  std::vector<seat<value>> seats{children.size()};
  std::vector<child_state> states{children.size()};

  std::size_t size() const noexcept { return children.size(); }

  template <class F> void visit(std::size_t index, F &&f) {
    f(children[index], seats[index]);
  }
  auto values() {
    if constexpr (!std::is_void_v<value>) {
      std::vector<value> all;
      all.reserve(size());
      for (auto &seat : seats)
        all.push_back(seat.result.take());
      return all;
    }
  }
  captures_type captures() {
    captures_type all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(seats[i].result.capture(states[i]));
    return all;
  }
};

template <class Plan, class Batch>
using awaited_t =
    std::conditional_t<Plan::captures, typename Batch::captures_type,
                       decltype(std::declval<Batch &>().values())>;

/// The gather itself. It starts at once; `gathering` makes it lazy.
template <class Plan, class Batch>
::seastar::future<awaited_t<Plan, Batch>> run(Plan plan, Batch batch) {
  deadline limit = plan.fix_deadline();
  ending how = ending::values;
  if (is_late(batch, limit)) {
    how = ending::deadline;
  } else if (batch.size() > 0) {
    group<Plan, Batch> g(plan, batch, limit);
    co_await g.run(limit);
    how = g.how();
    if (how == ending::failure)
      batch.visit(g.first_failed(), [](auto &, auto &first) {
        std::rethrow_exception(first.result.error);
      });
  }
  if constexpr (Plan::has_token)
    if (how == ending::caller_cancelled)
      std::rethrow_exception(plan.token()->abort_requested_exception_ptr());
  if constexpr (Plan::captures) {
    co_return batch.captures();
  } else {
    if (how == ending::deadline)
      throw timeout_error();
    if constexpr (!std::is_void_v<awaited_t<Plan, Batch>>)
      co_return batch.values();
  }
}

/// What safe_gather returns: nothing runs before it is awaited or started.
template <class Plan, class Batch>
class [[nodiscard("a gather runs only when it is awaited")]] gathering {
public:
  gathering(Plan plan, Batch batch)
      : plan_(std::move(plan)), batch_(std::move(batch)) {}

  /// For code without coroutines: starts the gather.
  ::seastar::future<awaited_t<Plan, Batch>> start() && {
    return seastar_lib::run(std::move(plan_), std::move(batch_));
  }
  auto operator co_await() && noexcept {
    return ::seastar::internal::awaiter<true, awaited_t<Plan, Batch>>(
        std::move(*this).start());
  }

private:
  Plan plan_;
  Batch batch_;
};

template <class Plan> constexpr void check_options() {
  if constexpr (Plan::has_token)
    static_assert(
        requires(Plan &plan) { plan.token()->abort_requested_exception_ptr(); },
        "safe_gather: on Seastar, cancelled_by(source) takes an abort_source");
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        requires(Plan &plan) {
          []<class Clock>(::seastar::timer<Clock> &) {}(plan.timer());
        }, "safe_gather: on Seastar, timeout(timer, d) takes a seastar::timer");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  static constexpr bool takes_token = true;

  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_options<Plan>();
    return gathering<Plan, pack<Child...>>(std::move(plan),
                                           pack<Child...>(child...));
  }

  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_options<Plan>();
    using child = std::ranges::range_value_t<Range>;
    using result = gathering<Plan, batch<child>>;
    return result(std::move(plan), batch<child>(children_of(range)));
  }
};

} // namespace safe_async::detail::seastar_lib

#endif // SAFE_ASYNC_DETAIL_SEASTAR_ADAPTER_HPP
