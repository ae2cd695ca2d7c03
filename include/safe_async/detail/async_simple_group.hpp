// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on async_simple? The control block: children's signal,
// timer, the caller's slot and the machine. Plan and children live in the frame
// of the gather's Lazy.
//
// The caller's slot calls its handler on the thread that emits, and clearing
// the slot does not wait for a handler that runs. So the handler shares the
// control block, and a late one finds a machine that is through.
#ifndef SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_GROUP_HPP
#define SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_GROUP_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/async_simple_seat.hpp>
#include <safe_async/detail/options.hpp>

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <memory>
#include <optional>

namespace safe_async::detail::async_simple_lib {

template <class Plan, class Batch>
class group final : group_base,
                    public std::enable_shared_from_this<group<Plan, Batch>> {
  static constexpr auto timer_seat = static_cast<std::size_t>(-1);

public:
  group(Plan &p, Batch &b, deadline limit, lib::Executor *executor,
        lib::Executor *timer, lib::Slot *caller)
      : plan_(p), batch_(b), limit_(limit), executor_(executor), timer_(timer),
        caller_(Plan::shielded ? nullptr : caller),
        steps_(b.states.data(), setup_of(p, b.size(), limit)) {}

  // An awaitable for Lazy; not rescheduled, as collectAll is not.
  group &coAwait(lib::Executor *) noexcept { return *this; }
  bool await_ready() const noexcept { return false; }
  /// False if everything has ended already; the caller just goes on.
  bool await_suspend(std::coroutine_handle<> self) {
    resumes_ = self;
    steps_.begin();
    if (limit_.kind == deadline_kind::in_future)
      arm();
    if (caller_ &&
        !caller_->emplace(lib::SignalType::Terminate,
                          [shared = this->shared_from_this()](lib::SignalType,
                                                              lib::Signal *) {
                            shared->event(shared->steps_.caller_cancelled());
                          }))
      (void)steps_.caller_cancelled();
    return !drive();
  }
  void await_resume() noexcept {
    if (caller_)
      caller_->clear(lib::SignalType::Terminate);
  }

  ending how() const noexcept { return steps_.how_ended(); }
  std::size_t first_failed() const noexcept { return steps_.first_failed(); }

private:
  void arm() {
    auto d =
        std::chrono::ceil<lib::Executor::Duration>(limit_.at - steady::now());
    stop_timer_ = lib::Signal::create();
    timer_local_.emplace(stop_timer_.get());
    waiting_ = wait_for(*timer_, d, timer_local_->getSlot());
    waiting_.start(*this, timer_seat, timer_, nullptr);
  }

  void seat_ended(std::size_t index, child_end how) noexcept override {
    if (index != timer_seat)
      return event(steps_.child_ended(index, how));
    event(steps_.deadline_passed());
    event(steps_.timer_ended());
  }

  // The caller is resumed last; this may be gone then.
  void event(bool drives) noexcept {
    if (drives && drive())
      resumes_.resume();
  }

  /// True when all have ended.
  bool drive() noexcept {
    for (;;) {
      switch (steps_.next()) {
      case step::idle:
        return false;
      case step::complete:
        return true;
      case step::start:
        batch_.visit(steps_.index(), [&](auto &node) {
          try {
            node.start(*this, steps_.index(), executor_, signal_.get());
          } catch (...) {
            node.result.setException(std::current_exception());
            (void)steps_.child_ended(steps_.index(), child_end::failure);
          }
        });
        break;
      case step::cancel:
        signal_->emits(lib::SignalType::Terminate);
        break;
      case step::ask: // signals know no soft request
        break;
      case step::report:
        batch_.visit(steps_.index(), [&](auto &node) {
          plan_.suppressed(node.result.getException());
        });
        break;
      case step::stop_timer:
        stop_timer_->emits(lib::SignalType::Terminate);
        break;
      }
    }
  }

  Plan &plan_;
  Batch &batch_;
  const deadline limit_;
  lib::Executor *const executor_;
  lib::Executor *const timer_;
  lib::Slot *const caller_;
  std::shared_ptr<lib::Signal> signal_ = lib::Signal::create();
  std::shared_ptr<lib::Signal> stop_timer_;
  std::optional<lib::coro::LazyLocalBase> timer_local_;
  seat waiting_;
  machine steps_;
  std::coroutine_handle<> resumes_;
};

} // namespace safe_async::detail::async_simple_lib

#endif // SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_GROUP_HPP
