// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on Seastar? The control block lives in the frame of
// the gather's own coroutine, and so do the children's continuations, as in
// coroutine::all: no child allocates anything for being gathered. Everything
// stays on one shard.
#ifndef SAFE_ASYNC_DETAIL_SEASTAR_GROUP_HPP
#define SAFE_ASYNC_DETAIL_SEASTAR_GROUP_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/options.hpp>
#include <safe_async/detail/slot.hpp>

#include <seastar/core/abort_source.hh>
#include <seastar/core/future.hh>
#include <seastar/core/timer.hh>
#include <seastar/util/optimized_optional.hh>

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace safe_async::detail::seastar_lib {

template <class T> inline constexpr bool is_future = false;
template <class T> inline constexpr bool is_future<::seastar::future<T>> = true;

template <class Plan, class Batch> class gathering;
template <class T> inline constexpr bool is_gathering = false;
template <class Plan, class Batch>
inline constexpr bool is_gathering<gathering<Plan, Batch>> = true;

template <class F>
concept abortable_function =
    std::is_invocable_v<F &, ::seastar::abort_source &>;

/// Starts a child: one that has started already, a function of an
/// abort_source, or a function of nothing.
template <class Child>
auto start_child(Child &child, ::seastar::abort_source &source) {
  if constexpr (is_future<Child>) {
    return std::move(child);
  } else {
    auto call = [&]() -> decltype(auto) {
      if constexpr (abortable_function<Child>)
        return std::invoke(child, source);
      else
        return std::invoke(child);
    };
    if constexpr (is_gathering<decltype(call())>)
      return call().start();
    else
      return call();
  }
}
template <class Child>
using future_of = decltype(start_child(
    std::declval<Child &>(), std::declval<::seastar::abort_source &>()));

template <class Future> struct value_of_future;
template <class T> struct value_of_future<::seastar::future<T>> {
  using type = T;
};
template <class Child>
using value_of = typename value_of_future<future_of<Child>>::type;

/// What a child's continuation knows of its gather.
struct group_base {
  virtual void ended(std::size_t index, child_end how) noexcept = 0;

protected:
  ~group_base() = default;
};

/// A child's result, and the continuation that puts it there.
template <class T> class seat final : ::seastar::continuation_base<T> {
public:
  seat() = default;
  /// Only before the child starts.
  seat(seat &&) noexcept {}

  void attach(group_base &group, std::size_t index,
              ::seastar::future<T> child) noexcept {
    group_ = &group;
    index_ = index;
    if (child.available())
      settle(std::move(child));
    else
      ::seastar::internal::set_callback(std::move(child), this);
  }
  ::seastar::task *waiting_task() noexcept override { return nullptr; }

  slot<T> result;

private:
  void run_and_dispose() noexcept override { settle(std::move(this->_state)); }
  // Of a future, or of the state of one that was not ready at first.
  template <class State> void settle(State child) noexcept {
    child_end how = child_end::value;
    if (child.failed()) {
      result.error = std::move(child).get_exception();
      how = end_of<::seastar::abort_requested_exception>(result.error);
    } else if constexpr (std::is_void_v<T>) {
      result.value.emplace();
    } else {
      result.value.emplace(std::move(child).get());
    }
    group_->ended(index_, how);
  }

  group_base *group_ = nullptr;
  std::size_t index_ = 0;
};

template <class Plan, class Batch> class group final : group_base {
  static constexpr bool borrows_timer =
      Plan::has_deadline && !Plan::needs_ambient_timer;

public:
  group(Plan &p, Batch &b, deadline limit)
      : plan_(p), batch_(b),
        steps_(b.states.data(), setup_of(p, b.size(), limit)) {}
  group(const group &) = delete;

  ::seastar::future<> run(deadline limit) {
    steps_.begin();
    if constexpr (Plan::has_token && !Plan::shielded) {
      auto cancelled = [this]() noexcept {
        if (steps_.caller_cancelled())
          drive();
      };
      if (plan_.token()->abort_requested())
        cancelled();
      else
        subscription_ = plan_.token()->subscribe(cancelled);
    }
    if (limit.kind == deadline_kind::in_future)
      arm(limit);
    drive();
    return completed_.get_future();
  }

  ending how() const noexcept { return steps_.how_ended(); }
  std::size_t first_failed() const noexcept { return steps_.first_failed(); }

private:
  void ended(std::size_t index, child_end how) noexcept override {
    if (steps_.child_ended(index, how))
      drive();
  }

  template <class F> void with_timer(F f) {
    if constexpr (borrows_timer)
      f(plan_.timer());
    else
      f(timer_);
  }
  void arm(deadline limit) {
    with_timer([&]<class Clock>(::seastar::timer<Clock> &timer) {
      timer.set_callback([this] {
        if (steps_.deadline_passed())
          drive();
        if (steps_.timer_ended())
          drive();
      });
      timer.rearm(Clock::now() + std::chrono::ceil<typename Clock::duration>(
                                     limit.at - steady::now()));
    });
  }

  void abort_children() noexcept {
    if constexpr (Plan::has_token)
      if (steps_.how_ended() == ending::caller_cancelled)
        return source_.request_abort_ex(
            plan_.token()->abort_requested_exception_ptr());
    source_.request_abort();
  }

  void start(std::size_t index) noexcept {
    batch_.visit(index, [&](auto &child, auto &seat) {
      try {
        seat.attach(*this, index, start_child(child, source_));
      } catch (...) {
        seat.result.error = std::current_exception();
        (void)steps_.child_ended(
            index,
            end_of<::seastar::abort_requested_exception>(seat.result.error));
      }
    });
  }

  void drive() noexcept {
    for (;;) {
      switch (steps_.next()) {
      case step::idle:
        return;
      case step::start:
        start(steps_.index());
        break;
      case step::cancel:
        abort_children();
        break;
      case step::ask: // Seastar has one kind of abort
        break;
      case step::report:
        batch_.visit(steps_.index(), [&](auto &, auto &seat) {
          plan_.suppressed(seat.result.error);
        });
        break;
      case step::stop_timer:
        with_timer([&](auto &timer) {
          if (timer.cancel())
            (void)steps_.timer_ended();
        });
        break;
      case step::complete:
        completed_.set_value();
        return;
      }
    }
  }

  Plan &plan_;
  Batch &batch_;
  ::seastar::abort_source source_;
  ::seastar::optimized_optional<::seastar::abort_source::subscription>
      subscription_;
  ::seastar::timer<> timer_;
  ::seastar::promise<> completed_;
  machine steps_;
};

} // namespace safe_async::detail::seastar_lib

#endif // SAFE_ASYNC_DETAIL_SEASTAR_GROUP_HPP
