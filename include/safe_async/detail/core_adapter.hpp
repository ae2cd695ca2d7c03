// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run with the standard library alone? The gather is a task;
// its children run where they are started and, like any task, where the thing
// they wait for resumes them. The caller always resumes on its executor.
#ifndef SAFE_ASYNC_DETAIL_CORE_ADAPTER_HPP
#define SAFE_ASYNC_DETAIL_CORE_ADAPTER_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/core_children.hpp>
#include <safe_async/detail/entry.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/sleep.hpp>

#include <array>
#include <ranges>
#include <tuple>
#include <variant>
#include <vector>

namespace safe_async::detail {

/// Children given one by one. Nothing is left of void if all are void.
template <class... Children> struct core_pack {
  static constexpr std::size_t count = sizeof...(Children);
  using first = std::tuple_element_t<0, std::tuple<Children...>>;
  static constexpr bool all_void =
      (std::is_void_v<typename core_child<Children>::value_type> && ...);

  std::tuple<core_child<Children>...> children;
  std::array<child_state, count> states{};

  static constexpr std::size_t size() noexcept { return count; }
  template <class F> void visit(std::size_t index, F &&f) {
    visit_at(index, f, children);
  }

  auto values() {
    if constexpr (all_void)
      return;
    else if constexpr (count == 1)
      return std::get<0>(children).result().take();
    else
      return std::apply(
          [](auto &...c) {
            return std::tuple<not_void<decltype(c.result().take())>...>(
                value_of(c.result())...);
          },
          children);
  }
  auto outcomes() {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::tuple<outcome<typename core_child<Children>::value_type>...>(
          std::get<I>(children).result().capture(states[I])...);
    }(std::make_index_sequence<count>());
  }

private:
  template <class T>
  using not_void = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
  template <class T> static not_void<T> value_of(slot<T> &result) {
    if constexpr (std::is_void_v<T>)
      return {};
    else
      return result.take();
  }
};

/// Children given as a range.
template <class Child> struct core_batch {
  using value_type = typename core_child<Child>::value_type;

  std::vector<core_child<Child>> children;
  std::vector<child_state> states{children.size()};

  std::size_t size() const noexcept { return children.size(); }
  template <class F> void visit(std::size_t index, F &&f) {
    f(children[index]);
  }
  auto values() {
    if constexpr (!std::is_void_v<value_type>) {
      std::vector<stored_t<value_type>> all;
      all.reserve(size());
      for (core_child<Child> &c : children)
        all.push_back(c.result().take());
      return all;
    }
  }
  auto outcomes() {
    std::vector<outcome<value_type>> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(children[i].result().capture(states[i]));
    return all;
  }
};

/// A running gather; lives in the frame of the task that awaits it.
template <class Plan, class Batch>
class core_group : core_group_base, timer::alarm, executor::work {
public:
  core_group(Plan &p, Batch &b, deadline limit, const environment &caller)
      : core_group_base{&on_child_ended, {caller.where, caller.when, {}}},
        alarm{&on_alarm, limit.at}, work{&on_resume}, plan_(p), batch_(b),
        caller_(caller), has_timer_(limit.kind == deadline_kind::in_future),
        steps_(b.states.data(), setup_of(p, b.size(), limit)) {
    env.stop = source_.get_token();
  }

  bool await_ready() const noexcept { return false; }
  /// False if everything has ended already; the caller just goes on.
  bool await_suspend(std::coroutine_handle<> self) {
    resumes_ = self;
    steps_.begin();
    if (has_timer_)
      clock().start(*this);
    if constexpr (!Plan::shielded)
      on_stop_.emplace(caller_.stop, cancel{this});
    return !drive();
  }
  void await_resume() noexcept { on_stop_.reset(); }

  const machine &steps() const noexcept { return steps_; }

private:
  struct cancel {
    core_group *self;
    void operator()() const noexcept {
      self->drive_if(self->steps_.caller_cancelled());
    }
  };

  timer &clock() noexcept {
    if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
      return plan_.timer();
    else
      return *caller_.when;
  }

  static void on_child_ended(core_group_base &base, std::size_t index,
                             child_end how) noexcept {
    auto &self = static_cast<core_group &>(base);
    self.drive_if(self.steps_.child_ended(index, how));
  }
  static void on_alarm(alarm &a) noexcept {
    auto &self = static_cast<core_group &>(a);
    self.drive_if(self.steps_.deadline_passed());
    self.drive_if(self.steps_.timer_ended());
  }
  static void on_resume(work &w) noexcept {
    static_cast<core_group &>(w).resumes_.resume();
  }

  void drive_if(bool drives) noexcept {
    if (drives && drive())
      caller_.where->post(*this);
  }

  /// True when all have ended; then the group may be gone once it is resumed.
  bool drive() noexcept {
    for (;;) {
      switch (steps_.next()) {
      case step::idle:
        return false;
      case step::complete:
        return true;
      case step::start:
        batch_.visit(steps_.index(), [&](auto &child) {
          try {
            child.start(*this, steps_.index());
          } catch (...) {
            child.result().error = std::current_exception();
            report(steps_.index(), child.result().error);
          }
        });
        break;
      case step::cancel:
        source_.request_stop();
        break;
      case step::ask: // std::stop_token knows no soft request
        break;
      case step::report:
        batch_.visit(steps_.index(), [&](auto &child) {
          plan_.suppressed(child.result().error);
        });
        break;
      case step::stop_timer:
        if (clock().stop(*this))
          (void)steps_.timer_ended();
        break;
      }
    }
  }

  std::stop_source source_;
  Plan &plan_;
  Batch &batch_;
  const environment &caller_;
  const bool has_timer_;
  machine steps_;
  std::coroutine_handle<> resumes_;
  std::optional<std::stop_callback<cancel>> on_stop_;
};

template <class Plan, class Batch> auto core_awaited() {
  if constexpr (Plan::captures)
    return std::type_identity<decltype(std::declval<Batch &>().outcomes())>();
  else
    return std::type_identity<decltype(std::declval<Batch &>().values())>();
}

template <class Plan, class Batch>
task<typename decltype(core_awaited<Plan, Batch>())::type> run(Plan plan,
                                                               Batch batch) {
  deadline limit = plan.fix_deadline();
  ending how = ending::values;
  std::exception_ptr first;
  if (is_late(batch, limit)) {
    how = ending::deadline;
  } else if (batch.size() > 0) {
    const environment &caller = co_await get_environment();
    core_group<Plan, Batch> group(plan, batch, limit, caller);
    co_await group;
    for (std::size_t i = 0; i < batch.size(); ++i)
      batch.visit(i, [](auto &child) { child.join(); });
    how = group.steps().how_ended();
    if (how == ending::failure)
      batch.visit(group.steps().first_failed(),
                  [&](auto &child) { first = child.result().error; });
  }
  if (how == ending::caller_cancelled)
    throw operation_cancelled();
  if constexpr (Plan::captures) {
    co_return batch.outcomes();
  } else {
    if (how == ending::failure)
      std::rethrow_exception(first);
    if (how == ending::deadline)
      throw timeout_error();
    if constexpr (!std::is_void_v<decltype(batch.values())>)
      co_return batch.values();
  }
}

template <class Plan> constexpr void check_core_timer() {
  if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
    static_assert(
        std::is_base_of_v<timer, std::remove_reference_t<
                                     decltype(std::declval<Plan &>().timer())>>,
        "safe_gather: the std core's timer is a safe_async::timer: pass a "
        "class derived from it, or just timeout(d)");
}

struct core_adapter {
  template <class Plan, class... Children>
  static auto gather(Plan plan, Children &...children) {
    check_core_timer<Plan>();
    return run(std::move(plan),
               core_pack<Children...>{
                   std::tuple<core_child<Children>...>(children...)});
  }
  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    check_core_timer<Plan>();
    using child = std::ranges::range_value_t<Range>;
    std::vector<core_child<child>> children;
    if constexpr (std::ranges::sized_range<Range>)
      children.reserve(std::ranges::size(range));
    for (auto &&one : range)
      children.emplace_back(one);
    return run(std::move(plan), core_batch<child>{std::move(children)});
  }
};

} // namespace safe_async::detail

template <class T> struct safe_async::adapter_for<safe_async::task<T>> {
  using type = safe_async::detail::core_adapter;
};
template <class F>
  requires safe_async::detail::task_function<F> ||
           safe_async::detail::blocking_function<F>
struct safe_async::adapter_for<F> {
  using type = safe_async::detail::core_adapter;
};

#endif // SAFE_ASYNC_DETAIL_CORE_ADAPTER_HPP
