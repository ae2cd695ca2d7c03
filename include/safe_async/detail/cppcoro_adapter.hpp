// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a gather of cppcoro children give? The token side of cppcoro, the
// coroutine behind a gather, the awaitable around that, and the adapter that
// safe_gather's entry calls.
#ifndef SAFE_ASYNC_DETAIL_CPPCORO_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_CPPCORO_ADAPTER_HPP

#include <safe_async/detail/token_group.hpp>

#include <cppcoro/cancellation_registration.hpp>
#include <cppcoro/cancellation_source.hpp>
#include <cppcoro/cancellation_token.hpp>
#include <cppcoro/operation_cancelled.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <functional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::cppcoro_lib {

struct library {
  using source = ::cppcoro::cancellation_source;
  using token_type = ::cppcoro::cancellation_token;
  template <class> using subscription = ::cppcoro::cancellation_registration;

  static token_type token(const source &s) noexcept { return s.token(); }
  static void request(source &s) noexcept { s.request_cancellation(); }
  static bool is_cancellation(const std::exception_ptr &error) noexcept {
    return end_of<::cppcoro::operation_cancelled>(error) ==
           child_end::cancelled;
  }
  [[noreturn]] static void throw_cancellation() {
    throw ::cppcoro::operation_cancelled();
  }
};

template <class Child> using seat = token_seat<library, Child>;
using group_base = token_group_base<library>;
template <class Child> using result_of = typename seat<Child>::result_type;
/// What when_all_ready gives for a child; it has result().
template <class Child>
using ready_task = ::cppcoro::detail::when_all_task<result_of<Child>>;

/// Children given one by one. `values` does what when_all does with them.
template <class... Child> struct pack {
  using tasks_type = std::tuple<ready_task<Child>...>;
  using values_type = decltype(std::make_tuple(
      std::declval<ready_task<Child>>().non_void_result()...));
  static constexpr std::size_t count = sizeof...(Child);

  explicit pack(Child &...child) : children(std::move(child)...) {}

  std::tuple<Child...> children;
  std::array<token_seat_base *, count> seats{};
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }
  auto all_ready(group_base &group) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return ::cppcoro::when_all_ready(
          seat<Child>(group, I, std::get<I>(children))...);
    }(std::index_sequence_for<Child...>());
  }
  static void rethrow(tasks_type &tasks, std::size_t index) {
    visit_at(index, [](auto &task) { (void)task.result(); }, tasks);
  }
  static values_type values(tasks_type tasks) {
    return std::apply(
        [](auto &...task) {
          return std::make_tuple(std::move(task).non_void_result()...);
        },
        tasks);
  }
};

/// Children given as a range.
template <class Child> struct batch {
  using result = result_of<Child>;
  static constexpr bool is_void = std::is_void_v<result>;
  using tasks_type = std::vector<ready_task<Child>>;
  using element = std::conditional_t<
      std::is_lvalue_reference_v<result>,
      std::reference_wrapper<std::remove_reference_t<result>>,
      std::remove_reference_t<result>>;
  using values_type = typename std::conditional_t<
      is_void, std::type_identity<void>,
      std::type_identity<std::vector<element>>>::type;

  explicit batch(std::vector<Child> given) : children(std::move(given)) {}

  std::vector<Child> children;
  std::vector<token_seat_base *> seats{children.size()};
  std::vector<child_state> states{children.size()};

  std::size_t size() const noexcept { return children.size(); }
  auto all_ready(group_base &group) {
    tasks_type tasks;
    tasks.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      tasks.push_back(::cppcoro::detail::make_when_all_task(
          seat<Child>(group, i, children[i])));
    return ::cppcoro::detail::when_all_ready_awaitable<tasks_type>(
        std::move(tasks));
  }
  static void rethrow(tasks_type &tasks, std::size_t index) {
    tasks[index].result();
  }
  static values_type values(tasks_type tasks) {
    if constexpr (!is_void) {
      values_type all;
      all.reserve(tasks.size());
      for (auto &task : tasks)
        all.emplace_back(std::move(task).result());
      return all;
    }
  }
};

template <class Plan, class Batch>
using awaited_t = std::conditional_t<Plan::captures, typename Batch::tasks_type,
                                     typename Batch::values_type>;

/// The gather itself.
template <class Plan, class Batch>
::cppcoro::task<awaited_t<Plan, Batch>> run(Plan plan, Batch batch) {
  token_group<library, Plan, Batch> group(plan, batch, plan.fix_deadline());
  if (batch.size() > 0)
    group.begin();
  auto tasks = co_await batch.all_ready(group);
  if (batch.size() > 0)
    co_await group.end();
  if (group.how() == ending::caller_cancelled)
    throw ::cppcoro::operation_cancelled();
  if constexpr (Plan::captures) {
    co_return std::move(tasks);
  } else {
    if (group.how() == ending::deadline)
      throw timeout_error();
    if (group.how() == ending::failure)
      Batch::rethrow(tasks, group.first_failed());
    if constexpr (!std::is_void_v<awaited_t<Plan, Batch>>)
      co_return Batch::values(std::move(tasks));
  }
}

/// What safe_gather returns. Awaiting it gives the result itself, as when_all
/// does; awaiting a task would give a reference into the task.
template <class Result> class [[nodiscard]] gathering {
public:
  explicit gathering(::cppcoro::task<Result> task) : task_(std::move(task)) {}

  auto operator co_await() && noexcept {
    using base = decltype(std::move(task_).operator co_await());
    struct awaiter : base {
      explicit awaiter(base &&b) noexcept : base(std::move(b)) {}
      Result await_resume() { return base::await_resume(); }
    };
    return awaiter(std::move(task_).operator co_await());
  }

private:
  ::cppcoro::task<Result> task_;
};

template <class Plan> constexpr void check_timer() {
  static_assert(!Plan::has_deadline || !Plan::needs_ambient_timer,
                "safe_gather: cppcoro has no timer that works on every "
                "platform: use timeout(timer, d) with a safe_async::timer");
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        std::is_base_of_v<timer, std::remove_cvref_t<
                                     decltype(std::declval<Plan &>().timer())>>,
        "safe_gather: on cppcoro, timeout(timer, d) takes a "
        "safe_async::timer");
}

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  static constexpr bool takes_token = true;

  template <class Plan, class... Child>
  static auto gather(Plan plan, Child &...child) {
    check_timer<Plan>();
    using batch_type = pack<Child...>;
    return gathering<awaited_t<Plan, batch_type>>(
        cppcoro_lib::run(std::move(plan), batch_type(child...)));
  }

  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_timer<Plan>();
    using child = std::ranges::range_value_t<Range>;
    using result = gathering<awaited_t<Plan, batch<child>>>;
    return result(
        cppcoro_lib::run(std::move(plan), batch<child>(children_of(range))));
  }
};

} // namespace safe_async::detail::cppcoro_lib

#endif // SAFE_ASYNC_DETAIL_CPPCORO_ADAPTER_HPP
