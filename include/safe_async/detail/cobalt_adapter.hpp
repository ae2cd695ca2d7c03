// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is a Cobalt child, and what does a gather of them give? Children and
// results, given one by one or as a range; the coroutine that the caller
// awaits; and the adapter that safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_COBALT_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_COBALT_ADAPTER_HPP

#include <safe_async/detail/cobalt_group.hpp>

#include <boost/asio/cancellation_signal.hpp>
#include <boost/cobalt/task.hpp>
#include <boost/cobalt/this_thread.hpp>
#include <boost/system/result.hpp>
#include <boost/variant2/variant.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::cobalt_lib {

template <class T>
using component =
    std::conditional_t<std::is_void_v<T>, ::boost::variant2::monostate, T>;
template <class T>
using captured = ::boost::system::result<T, std::exception_ptr>;

template <class T> component<T> take(slot<T> &result) {
  if constexpr (std::is_void_v<T>)
    return {};
  else
    return result.take();
}
template <class T>
captured<T> capture(slot<T> &result, const child_state &state) {
  using namespace ::boost::system;
  if (state.timed_out)
    return {in_place_error, std::make_exception_ptr(timeout_error())};
  if (result.error)
    return {in_place_error, std::move(result.error)};
  if constexpr (std::is_void_v<T>)
    return {in_place_value};
  else
    return {in_place_value, result.take()};
}

#if defined(BOOST_COBALT_NO_PMR)
template <class T> using vector = std::vector<T>;
template <class T> vector<T> make_vector() { return {}; }
#else
template <class T> using vector = cobalt::pmr::vector<T>;
template <class T> vector<T> make_vector() {
  return vector<T>(cobalt::this_thread::get_allocator());
}
#endif

/// Children given one by one, and their results.
template <class... Child> struct pack {
  static constexpr std::size_t count = sizeof...(Child);
  using signals = std::array<asio::cancellation_signal, count>;
  using memory = fork::static_shared_state<512 * count>;
  using values_type =
      std::conditional_t<(std::is_void_v<value_of<Child>> && ...), void,
                         std::tuple<component<value_of<Child>>...>>;
  using captures_type = std::tuple<captured<value_of<Child>>...>;

  explicit pack(Child &...child) : children(std::move(child)...) {}

  std::tuple<Child...> children;
  std::tuple<slot<value_of<Child>>...> results{};
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }
  signals make_signals() const { return {}; }

  template <class F> void visit(std::size_t index, F &&f) {
    visit_at(index, f, children, results);
  }
  values_type values() {
    if constexpr (!std::is_void_v<values_type>)
      return std::apply([](auto &...r) { return values_type(take(r)...); },
                        results);
  }
  captures_type captures() {
    return [this]<std::size_t... I>(std::index_sequence<I...>) {
      return captures_type(capture(std::get<I>(results), states[I])...);
    }(std::index_sequence_for<Child...>());
  }
};

/// Children given as a range, and their results.
template <class Child> struct batch {
  using value = value_of<Child>;
  using signals = std::vector<asio::cancellation_signal>;
  using memory = fork::shared_state;
  using values_type =
      typename std::conditional_t<std::is_void_v<value>,
                                  std::type_identity<void>,
                                  std::type_identity<vector<value>>>::type;
  using captures_type = vector<captured<value>>;

  explicit batch(std::vector<Child> given) : children(std::move(given)) {}

  std::vector<Child> children;
  std::vector<slot<value>> results{children.size()};
  std::vector<child_state> states{children.size()};

  std::size_t size() const noexcept { return children.size(); }
  signals make_signals() const { return signals(size()); }

  template <class F> void visit(std::size_t index, F &&f) {
    f(children[index], results[index]);
  }
  values_type values() {
    if constexpr (!std::is_void_v<value>) {
      auto all = make_vector<value>();
      all.reserve(size());
      for (auto &r : results)
        all.push_back(r.take());
      return all;
    }
  }
  captures_type captures() {
    auto all = make_vector<captured<value>>();
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(capture(results[i], states[i]));
    return all;
  }
};

template <class Plan, class Batch>
using awaited_t =
    std::conditional_t<Plan::captures, typename Batch::captures_type,
                       typename Batch::values_type>;

/// The gather itself.
template <class Plan, class Batch>
cobalt::task<awaited_t<Plan, Batch>> run(Plan plan, Batch batch) {
  deadline limit = plan.fix_deadline();
  ending how = ending::values;
  if (is_late(batch, limit)) {
    how = ending::deadline;
  } else if (batch.size() > 0) {
    group<Plan, Batch, typename Batch::memory> g(plan, batch, limit);
    co_await g;
    how = g.steps.how_ended();
    if (how == ending::failure)
      batch.visit(g.steps.first_failed(), [](auto &, auto &first) {
        std::rethrow_exception(first.error);
      });
  }
  if (how == ending::caller_cancelled)
    throw ::boost::system::system_error(asio::error::operation_aborted,
                                        "safe_gather");
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
        requires(Plan &plan) {
          plan.timer().expires_after(steady::duration());
          plan.timer().async_wait([](::boost::system::error_code) {});
        }, "safe_gather: on Cobalt, timeout(timer, d) takes one of Asio's "
           "timers, such as steady_timer; or say just timeout(d)");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_timer<Plan>();
    return cobalt_lib::run(std::move(plan), pack<Child...>(child...));
  }

  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_timer<Plan>();
    using child = std::ranges::range_value_t<Range>;
    return cobalt_lib::run(std::move(plan), batch<child>(children_of(range)));
  }
};

} // namespace safe_async::detail::cobalt_lib

#endif // SAFE_ASYNC_DETAIL_COBALT_ADAPTER_HPP
