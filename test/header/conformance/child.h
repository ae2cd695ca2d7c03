// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a child do in the conformance suite, and what did it do? A script
// says when and how a child ends and how it takes cancellation; a probe counts
// what really happened. One coroutine, act(), plays every script on every
// library; the library's traits make a child out of it (see README.md).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_CHILD_H
#define SAFE_ASYNC_TEST_CONFORMANCE_CHILD_H

#include "../check.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace conformance {

using namespace std::chrono_literals;
using ms = std::chrono::milliseconds;

/// No case waits this long; a child that sleeps so long must be cancelled.
inline constexpr ms forever = 60s;

/// The error number N of a case.
struct boom {
  int number;
};

inline int number_of(const std::exception_ptr &error) {
  try {
    std::rethrow_exception(error);
  } catch (const boom &b) {
    return b.number;
  } catch (...) {
    return -1;
  }
}
template <class Error> bool holds(const std::exception_ptr &error) {
  try {
    std::rethrow_exception(error);
  } catch (const Error &) {
    return true;
  } catch (...) {
    return false;
  }
}

/// What the children of one case did.
struct probe {
  std::atomic<int> started = 0;
  std::atomic<int> ended = 0;
  std::atomic<int> cancelled = 0;
  std::atomic<int> running = 0;
  std::atomic<int> most_running = 0;
  std::vector<int> order;          // of starting; only in single-threaded cases
  std::atomic<int> told = 0;       // calls of on_suppressed
  std::atomic<bool> ready = false; // the caller has come so far
  std::atomic<bool> caller_cancelled = false; // by the case
  std::chrono::steady_clock::time_point deadline{};

  bool all_joined() const { return started == ended && running == 0; }
  void enter(int name) {
    ++started;
    int now = ++running;
    for (int most = most_running; most < now;)
      if (most_running.compare_exchange_weak(most, now))
        break;
    if (name >= 0)
      order.push_back(name);
  }
};

using condition = bool (*)(const probe &);

enum class on_cancel {
  obey,    ///< ends in the library's cancellation
  ignore,  ///< goes on to its planned end
  fail,    ///< ends in boom{number + 100}, after `cleanup`
  clean_up ///< obeys, but takes `cleanup` to do so
};
enum class end { value, failure, own_cancellation };

struct script {
  int name = -1;
  ms after = 0ms; ///< 0: ends before the first suspension
  end how = end::value;
  int number = 0; ///< of the boom
  on_cancel when_cancelled = on_cancel::obey;
  ms cleanup = 0ms;
  condition until =
      nullptr; ///< it sleeps, or cleans up, again until this holds
};

/// Counts a child out, however it leaves.
struct leave {
  probe &p;
  ~leave() {
    --p.running;
    ++p.ended;
  }
};

template <class Lib, class T>
typename Lib::template task<T> act(typename Lib::context context, probe &p,
                                   script s, T value) {
  p.enter(s.name);
  leave at_end{p};
  auto again = [&p, &s] { return s.until && !s.until(p); };
  std::exception_ptr cancelled;
  if (s.after > 0ms && s.when_cancelled == on_cancel::ignore) {
    co_await Lib::deaf_sleep(context, s.after);
    while (again()) {
      co_await Lib::await_again();
      co_await Lib::deaf_sleep(context, s.after);
    }
  } else if (s.after > 0ms) {
    try {
      do
        co_await Lib::sleep(context, s.after);
      while (again());
    } catch (...) {
      cancelled = std::current_exception();
    }
  }
  if (cancelled) {
    CHECK(Lib::is_cancellation(cancelled));
    ++p.cancelled;
    co_await Lib::await_again();
    if (s.cleanup > 0ms)
      do
        co_await Lib::deaf_sleep(context, s.cleanup);
      while (again());
    if (s.when_cancelled == on_cancel::fail)
      throw boom{s.number + 100};
    std::rethrow_exception(cancelled);
  }
  if (s.how == end::failure)
    throw boom{s.number};
  if (s.how == end::own_cancellation)
    Lib::throw_cancellation();
  co_return std::move(value);
}

/// A child that gives `value`.
template <class Lib, class T> auto child(probe &p, script s, T value) {
  return Lib::template child<T>(
      [&p, s, v = std::make_shared<T>(std::move(value))](
          typename Lib::context context) {
        return act<Lib, T>(context, p, s, std::move(*v));
      });
}
/// A child that gives its own name.
template <class Lib> auto child(probe &p, script s) {
  return child<Lib, int>(p, s, s.name);
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_CHILD_H
