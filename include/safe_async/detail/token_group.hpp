// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on a library that passes stop tokens by hand? The
// control block lives in the frame of the gather's own coroutine, which awaits
// the library's gather over seats (token_seat.hpp) and then this block's end.
//
// Threads: who brings an event drives, on his thread. When the children have
// ended, the timer and the caller's canceller are waited for, by timer::stop
// and by the destructor of the subscription, so that none is left in here.
#ifndef SAFE_ASYNC_DETAIL_TOKEN_GROUP_HPP
#define SAFE_ASYNC_DETAIL_TOKEN_GROUP_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/options.hpp>
#include <safe_async/detail/token_seat.hpp>
#include <safe_async/executor.hpp>

#include <atomic>
#include <coroutine>
#include <cstddef>
#include <optional>

namespace safe_async::detail {

/// Set once; one coroutine may wait for it.
class token_event {
public:
  /// Resumes who waits, as its last action.
  void set() noexcept {
    if (void *waiting = state_.exchange(this))
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

/// `Batch` has size(), and arrays `seats` and `states` of that size.
template <class Library, class Plan, class Batch>
class token_group final : public token_group_base<Library> {
  struct alarm : timer::alarm {
    explicit alarm(token_group &g) noexcept : timer::alarm{&fired}, self(g) {}
    static void fired(timer::alarm &a) noexcept {
      token_group &g = static_cast<alarm &>(a).self;
      g.drive_if(g.steps_.deadline_passed());
      g.drive_if(g.steps_.timer_ended());
    }
    token_group &self;
  };
  struct on_cancel {
    token_group *self;
    void operator()() const noexcept {
      self->drive_if(self->steps_.caller_cancelled());
    }
  };

public:
  token_group(Plan &p, Batch &b, deadline limit)
      : plan_(p), batch_(b), limit_(limit), alarm_(*this),
        steps_(b.states.data(), setup_of(p, b.size(), limit)) {}
  token_group(const token_group &) = delete;
  // Nobody drives yet if a child had no memory to sit down; the timer and the
  // caller's canceller may be about to come in.
  ~token_group() {
    if (!seating_)
      return;
    subscription_.reset();
    if constexpr (Plan::has_deadline)
      if (limit_.kind == deadline_kind::in_future)
        (void)plan_.timer().stop(alarm_);
  }

  /// Before the children sit down: the caller drives from here on.
  void begin() {
    steps_.begin();
    seating_ = true;
    if (limit_.kind == deadline_kind::passed)
      (void)steps_.deadline_passed();
    if constexpr (Plan::has_deadline)
      if (limit_.kind == deadline_kind::in_future) {
        alarm_.at = limit_.at;
        plan_.timer().start(alarm_);
      }
    if constexpr (Plan::has_token && !Plan::shielded)
      subscription_.emplace(plan_.token(), on_cancel{this});
  }

  /// When the children have ended: waits for those on other threads.
  token_event &end() {
    subscription_.reset();
    return completed_;
  }

  ending how() const noexcept { return steps_.how_ended(); }
  std::size_t first_failed() const noexcept { return steps_.first_failed(); }

private:
  void sat_down(token_seat_base &seat, std::size_t index) noexcept override {
    batch_.seats[index] = &seat;
    if (index + 1 < batch_.size())
      return;
    seating_ = false;
    drive();
  }
  void ended(std::size_t index, child_end how) noexcept override {
    drive_if(steps_.child_ended(index, how));
  }
  bool timed_out(std::size_t index) const noexcept override {
    return batch_.states[index].timed_out;
  }

  void drive_if(bool drives) noexcept {
    if (drives)
      drive();
  }
  void drive() noexcept {
    for (;;) {
      switch (steps_.next()) {
      case step::idle:
        return;
      case step::start:
        ++started_;
        batch_.seats[steps_.index()]->start();
        break;
      case step::cancel:
        Library::request(this->source);
        break;
      case step::ask: // tokens know no soft request
        break;
      case step::report:
        plan_.suppressed(batch_.seats[steps_.index()]->error());
        break;
      case step::stop_timer:
        if constexpr (Plan::has_deadline)
          if (plan_.timer().stop(alarm_))
            (void)steps_.timer_ended();
        break;
      case step::complete:
        return complete();
      }
    }
  }

  // The gather's coroutine can't go on while seats are left to be skipped; the
  // last skip, or the event, may let it.
  void complete() noexcept {
    auto &seats = batch_.seats;
    std::size_t at = started_, all = batch_.size();
    completed_.set();
    while (at < all)
      seats[at++]->skip();
  }

  Plan &plan_;
  Batch &batch_;
  deadline limit_;
  alarm alarm_;
  std::optional<typename Library::template subscription<on_cancel>>
      subscription_;
  token_event completed_;
  std::size_t started_ = 0;
  bool seating_ = false; // from begin() until the last child sat down
  machine steps_;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_TOKEN_GROUP_HPP
