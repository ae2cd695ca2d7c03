// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where does std-only code run, and who tells it the time? Two small hooks.
// The built-in run loop (detail/run_loop.hpp, behind sync_wait) is both; a
// program with its own event loop or thread pool derives from these instead
// and passes them to sync_wait.
//
// Both hooks are intrusive: the caller owns the nodes, nothing is allocated
// and nothing can fail. All members may be called from any thread.
#ifndef SAFE_ASYNC_EXECUTOR_HPP
#define SAFE_ASYNC_EXECUTOR_HPP

#include <chrono>
#include <stop_token>

namespace safe_async {

/// Runs small pieces of work.
class executor {
public:
  /// One piece of work, owned by whoever posts it. `next` is the executor's
  /// between post() and run().
  struct work {
    void (*run)(work &) noexcept;
    work *next = nullptr;
  };

  /// Calls w.run(w) later, exactly once, and never inside post(). Work posted
  /// by one thread runs in order on a single-threaded executor. `w` may be
  /// gone as soon as run() has begun.
  virtual void post(work &w) noexcept = 0;

protected:
  ~executor() = default;
};

/// Calls back at a point in time.
class timer {
public:
  using clock = std::chrono::steady_clock;

  /// One call back, owned by whoever starts it. The links are the timer's
  /// between start() and the end of fire() or stop().
  struct alarm {
    void (*fire)(alarm &) noexcept;
    clock::time_point at{};
    alarm *previous = nullptr;
    alarm *next = nullptr;
    bool waiting = false;
  };

  /// Calls a.fire(a) once, not before a.at and never inside start().
  virtual void start(alarm &a) noexcept = 0;

  /// Prevents the call and returns true, or returns false if fire() was
  /// called. If fire() runs on another thread, waits until it has returned;
  /// either way the timer touches `a` no more.
  virtual bool stop(alarm &a) noexcept = 0;

protected:
  ~timer() = default;
};

/// What a task sees of its surroundings. Tasks hand it on to the tasks they
/// await; a gather hands it on with a stop token of its own.
struct environment {
  executor *where; ///< the gather resumes its caller here
  timer *when;     ///< timeouts and sleep_for run on this
  std::stop_token stop{};
};

} // namespace safe_async

#endif // SAFE_ASYNC_EXECUTOR_HPP
