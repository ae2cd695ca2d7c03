// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on cppcoro? The control block lives in the frame of
// the gather's own coroutine, which awaits cppcoro's gather over seats
// (cppcoro_seat.hpp) and then the machine's `complete`.
//
// Threads: who brings an event drives, on his thread. Timer and canceller of
// the caller are waited for when the children have ended, by timer::stop and by
// the destructor of the registration, so none of them is left in here.
#ifndef SAFE_ASYNC_DETAIL_CPPCORO_GROUP_HPP
#define SAFE_ASYNC_DETAIL_CPPCORO_GROUP_HPP

#include <safe_async/detail/cppcoro_seat.hpp>
#include <safe_async/detail/options.hpp>
#include <safe_async/executor.hpp>

#include <cppcoro/cancellation_registration.hpp>

#include <atomic>
#include <coroutine>
#include <cstddef>
#include <optional>

namespace safe_async::detail::cppcoro_lib {

/// Set once; one coroutine may wait for it.
class event {
public:
  /// Resumes who waits, as its last action.
  void set() noexcept {
    void *waiting = state_.exchange(this);
    if (waiting)
      std::coroutine_handle<>::from_address(waiting).resume();
  }
  bool await_ready() const noexcept { return state_.load() == this; }
  bool await_suspend(std::coroutine_handle<> waiting) noexcept {
    void *unset = nullptr;
    return state_.compare_exchange_strong(unset, waiting.address());
  }
  void await_resume() const noexcept {}

private:
  std::atomic<void *> state_ = nullptr; // null, who waits, or this: set
};

/// `Seats` and `States` are arrays with an element per child.
template <class Plan, class Seats, class States>
class group final : public group_base {
  struct alarm : timer::alarm {
    explicit alarm(group &g) noexcept : timer::alarm{&fired}, self(g) {}
    static void fired(timer::alarm &a) noexcept {
      group &g = static_cast<alarm &>(a).self;
      if (g.steps_.deadline_passed())
        g.drive();
      if (g.steps_.timer_ended())
        g.drive();
    }
    group &self;
  };

public:
  group(Plan &p, Seats &seats, States &states, deadline limit)
      : plan_(p), seats_(seats), states_(states), limit_(limit), alarm_(*this),
        steps_(states.data(),
               {.children = states.size(),
                .window = p.window(),
                .captures = Plan::captures,
                .shielded = Plan::shielded,
                .reports_suppressed = Plan::reports_suppressed,
                .has_timer = limit.kind == deadline_kind::in_future}) {}
  group(const group &) = delete;
  ~group() { end(); } // does nothing more, unless a child had no memory to sit

  /// Before the children sit down: the caller drives from here on.
  void begin() {
    steps_.begin();
    if (limit_.kind == deadline_kind::passed)
      (void)steps_.deadline_passed();
    if constexpr (Plan::has_token && !Plan::shielded)
      subscription_.emplace(plan_.token(), [this] {
        if (steps_.caller_cancelled())
          drive();
      });
    if constexpr (Plan::has_deadline)
      if (limit_.kind == deadline_kind::in_future) {
        alarm_.at = limit_.at;
        armed_ = true;
        plan_.timer().start(alarm_);
      }
  }

  /// When the children have ended: waits for those on other threads.
  event &end() {
    subscription_.reset();
    stop_timer();
    return completed_;
  }

  ending how() const noexcept { return steps_.how_ended(); }
  std::size_t first_failed() const noexcept { return steps_.first_failed(); }

private:
  void sat_down(seat_base &seat, std::size_t index) noexcept override {
    seats_[index] = &seat;
    if (index + 1 == seats_.size())
      drive();
  }
  void ended(std::size_t index, child_end how) noexcept override {
    if (steps_.child_ended(index, how))
      drive();
  }
  bool timed_out(std::size_t index) const noexcept override {
    return states_[index].timed_out;
  }

  void stop_timer() noexcept {
    if constexpr (Plan::has_deadline)
      if (armed_ && plan_.timer().stop(alarm_)) {
        armed_ = false;
        if (steps_.timer_ended())
          drive();
      }
  }

  void drive() noexcept {
    for (;;) {
      switch (steps_.next()) {
      case step::idle:
        return;
      case step::start:
        ++started_;
        seats_[steps_.index()]->start();
        break;
      case step::cancel:
        source.request_cancellation();
        break;
      case step::ask: // cppcoro has one kind of cancellation
        break;
      case step::report:
        plan_.suppressed(seats_[steps_.index()]->error());
        break;
      case step::stop_timer:
        stop_timer();
        break;
      case step::complete:
        return complete();
      }
    }
  }

  // The gather's coroutine can't go on while seats are left to be skipped; the
  // last skip, or the event, may let it.
  void complete() noexcept {
    Seats &seats = seats_;
    std::size_t at = started_, all = seats.size();
    completed_.set();
    while (at < all)
      seats[at++]->skip();
  }

  Plan &plan_;
  Seats &seats_;
  States &states_;
  deadline limit_;
  alarm alarm_;
  std::optional<::cppcoro::cancellation_registration> subscription_;
  event completed_;
  std::size_t started_ = 0;
  bool armed_ = false;
  machine steps_;
};

} // namespace safe_async::detail::cppcoro_lib

#endif // SAFE_ASYNC_DETAIL_CPPCORO_GROUP_HPP
