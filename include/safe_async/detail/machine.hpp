// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What happens next in a gather? The machine decides, an adapter acts.
//
// Events come in from any thread: a child ended, the deadline passed, the
// caller was cancelled. Each event says whether the thread that brought it has
// to *drive*: to ask next() for steps and carry them out until it says idle or
// complete. There is one driver at a time. Events that come while somebody
// drives are left to him, so
//   * starting, cancelling and on_suppressed never overlap, on any threads;
//   * a child that ends while it is being started does not recurse: ten
//     thousand synchronous children need no more stack than one;
//   * cancellation is only handed out between starts.
//
// The machine holds no results and no library types. It is told how a child
// ended; the adapter keeps the value or error where it likes.
#ifndef SAFE_ASYNC_DETAIL_MACHINE_HPP
#define SAFE_ASYNC_DETAIL_MACHINE_HPP

#include <cstddef>
#include <mutex>

namespace safe_async::detail {

/// How one child ended. `cancelled` is the library's own cancellation,
/// whoever asked for it.
enum class child_end { value, failure, cancelled };

/// What the driver has to do.
enum class step {
  idle,       ///< nothing now; somebody else drives or an event will come
  start,      ///< start child index(), then report if it ended or threw
  cancel,     ///< request cancellation of every child started and not ended
  ask,        ///< hand the caller's soft request on to those children
  report,     ///< tell on_suppressed about the failure of child index()
  stop_timer, ///< cancel the timer; its end comes as timer_ended()
  complete    ///< resume the caller; the machine must not be touched again
};

/// How the gather as a whole ended: what came first in time.
enum class ending { values, failure, deadline, caller_cancelled };

/// What the machine keeps per child; the adapter owns an array of these.
struct child_state {
  /// Under return_exceptions: the deadline ended this child, or it was never
  /// started because of the deadline. Its result is timeout_error.
  bool timed_out = false;
  std::size_t next_suppressed = 0;
};

struct machine_setup {
  std::size_t children = 0;
  std::size_t window = 0;
  bool captures = false;
  bool shielded = false;
  bool reports_suppressed = false;
  bool has_timer = false; ///< timer_ended() will come, once
};

class machine {
public:
  machine(child_state *states, machine_setup setup) noexcept
      : states_(states), setup_(setup), timer_runs_(setup.has_timer) {}

  /// The caller of begin() drives. Call once, when the timer is armed.
  void begin() noexcept { driving_ = true; }

  /// Child `i` ended. The adapter has stored its value or error before.
  [[nodiscard]] bool child_ended(std::size_t i, child_end how) noexcept {
    std::lock_guard guard(mutex_);
    --running_;
    if (how != child_end::value)
      failed(i, how);
    return needs_driver();
  }

  /// The deadline passed.
  [[nodiscard]] bool deadline_passed() noexcept {
    std::lock_guard guard(mutex_);
    if (ending_ == ending::values && !all_ended()) {
      ending_ = ending::deadline;
      cancel_ = request::wanted;
    }
    return needs_driver();
  }

  /// The timer runs no more, by itself or after stop_timer.
  [[nodiscard]] bool timer_ended() noexcept {
    std::lock_guard guard(mutex_);
    timer_runs_ = false;
    return needs_driver();
  }

  /// The caller is being cancelled. Held back when shielded.
  [[nodiscard]] bool caller_cancelled() noexcept {
    std::lock_guard guard(mutex_);
    if (!setup_.shielded && ending_ == ending::values && !all_ended()) {
      ending_ = ending::caller_cancelled;
      cancel_ = request::wanted;
    }
    return needs_driver();
  }

  /// A soft request of the caller, which children may ignore and still succeed
  /// (Asio's partial and total cancellation). A child that ends in
  /// cancellation from now on does so on the caller's behalf.
  [[nodiscard]] bool caller_asked() noexcept {
    std::lock_guard guard(mutex_);
    if (!setup_.shielded)
      asked_ = ask_ = true;
    return needs_driver();
  }

  /// The next step for the thread that drives.
  [[nodiscard]] step next() noexcept {
    std::lock_guard guard(mutex_);
    if (cancel_ == request::wanted) {
      cancel_ = request::done;
      if (running_ > 0)
        return step::cancel;
    }
    if (ask_) {
      ask_ = false;
      if (running_ > 0)
        return step::ask;
    }
    if (next_ < setup_.children) {
      if (ending_ != ending::values)
        skip_rest();
      else if (running_ < setup_.window) {
        ++running_;
        index_ = next_++;
        return step::start;
      }
    }
    if (suppressed_count_ > 0) {
      --suppressed_count_;
      index_ = suppressed_first_;
      suppressed_first_ = states_[index_].next_suppressed;
      return step::report;
    }
    if (all_ended()) {
      if (!timer_runs_)
        return step::complete;
      if (!timer_stopped_) {
        timer_stopped_ = true;
        return step::stop_timer;
      }
    }
    driving_ = false;
    return step::idle;
  }

  /// The child of the last start or report step. Driver only.
  [[nodiscard]] std::size_t index() const noexcept { return index_; }

  /// After complete: how the gather ended.
  [[nodiscard]] ending how_ended() const noexcept { return ending_; }
  /// After complete with ending::failure: the child that failed first.
  [[nodiscard]] std::size_t first_failed() const noexcept { return failed_; }

private:
  enum class request { none, wanted, done };

  bool all_ended() const noexcept {
    return running_ == 0 && next_ == setup_.children;
  }

  // Children that are not started any more. Only the deadline leaves them
  // with a result.
  void skip_rest() noexcept {
    for (; next_ < setup_.children; ++next_)
      states_[next_].timed_out = ending_ == ending::deadline;
  }

  void failed(std::size_t i, child_end how) noexcept {
    bool by_caller = asked_ && how == child_end::cancelled;
    if (ending_ == ending::values && (by_caller || !setup_.captures)) {
      ending_ = by_caller ? ending::caller_cancelled : ending::failure;
      failed_ = i;
      cancel_ = request::wanted;
    } else if (how == child_end::cancelled) {
      states_[i].timed_out = ending_ == ending::deadline;
    } else if (setup_.reports_suppressed) {
      suppress(i);
    }
  }

  void suppress(std::size_t i) noexcept {
    if (suppressed_count_++ == 0)
      suppressed_first_ = i;
    else
      states_[suppressed_last_].next_suppressed = i;
    suppressed_last_ = i;
  }

  // True if there is something to do and nobody who does it. The thread that
  // gets true is the driver from now on.
  bool needs_driver() noexcept {
    if (driving_)
      return false;
    bool can_start = next_ < setup_.children &&
                     (running_ < setup_.window || ending_ != ending::values);
    bool can_end = all_ended() && (!timer_runs_ || !timer_stopped_);
    driving_ = cancel_ == request::wanted || ask_ || can_start ||
               suppressed_count_ > 0 || can_end;
    return driving_;
  }

  std::mutex mutex_;
  child_state *states_;
  const machine_setup setup_;
  std::size_t next_ = 0;    // the next child to start
  std::size_t running_ = 0; // started and not ended
  std::size_t index_ = 0;
  std::size_t failed_ = 0;
  std::size_t suppressed_first_ = 0;
  std::size_t suppressed_last_ = 0;
  std::size_t suppressed_count_ = 0;
  ending ending_ = ending::values;
  request cancel_ = request::none;
  bool asked_ = false; // the caller has made a soft request
  bool ask_ = false;   // and it is still to be handed on
  bool driving_ = false;
  bool timer_runs_;
  bool timer_stopped_ = false;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_MACHINE_HPP
