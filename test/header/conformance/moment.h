// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// When does something happen in a case? Test machines are busy: any thread may
// stand still for a second, so no case may hope that 5 ms pass before 50 ms do.
//
//   * What must come in an order waits for what comes before it, by looking at
//     the probe: `until` of a script, or a moment, when the caller is
//     cancelled.
//   * A deadline can't wait. A case about one looks whether it came too early
//     for the case to mean anything, and is then played again, with_patience,
//     with a longer one.
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_MOMENT_H
#define SAFE_ASYNC_TEST_CONFORMANCE_MOMENT_H

#include "child.h"

#include <atomic>
#include <thread>

namespace conformance {

/// Plays `attempt(d)` with longer and longer deadlines, until it returns true:
/// the case was played as it was meant.
template <class F> void with_patience(F attempt) {
  for (ms d = 10ms; !attempt(d); d *= 4)
    CHECK(d < forever);
}

// Conditions.
template <int N> bool started(const probe &p) { return p.started >= N; }
template <int N> bool cancelled(const probe &p) { return p.cancelled >= N; }
template <int N> bool told(const probe &p) { return p.told >= N; }
inline bool ready(const probe &p) { return p.ready; }
inline bool caller_cancelled(const probe &p) { return p.caller_cancelled; }
inline bool deadline_is_over(const probe &p) {
  return std::chrono::steady_clock::now() > p.deadline + 20ms;
}

/// The moment at which a case wants its caller cancelled.
struct moment {
  probe &p;
  condition condition_of_case;

  bool has_come() const { return condition_of_case(p); }
  /// Cancels the caller, and lets the children know that it is done.
  template <class Cancel> void cancel_by(Cancel cancel) {
    cancel();
    p.caller_cancelled = true;
  }
};

/// Cancels from a thread of its own when the moment has come, but no more once
/// it is to be destroyed, because the caller has ended.
class canceller {
public:
  template <class Cancel>
  canceller(moment when, Cancel cancel)
      : thread_([this, when, cancel]() mutable {
          while (!when.has_come()) {
            if (over_)
              return;
            std::this_thread::sleep_for(1ms);
          }
          when.cancel_by(cancel);
        }) {}
  ~canceller() {
    over_ = true;
    thread_.join();
  }

private:
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_MOMENT_H
