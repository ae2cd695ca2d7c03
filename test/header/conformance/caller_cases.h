// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conformance: the caller's cancellation, whether it or the deadline came
// first, and cleanup that it must not disturb (G6, G12).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_CALLER_CASES_H
#define SAFE_ASYNC_TEST_CONFORMANCE_CALLER_CASES_H

#include "deadline_cases.h"

namespace conformance {

/// Runs a case whose caller is cancelled as soon as the condition holds.
template <class Lib, class F>
std::exception_ptr cancel_when(condition come, probe &p, F f) {
  return Lib::run_cancelled(f, moment{p, come});
}

template <class Lib> void caller_cases() {
  using safe_async::return_exceptions, safe_async::timeout;
  // Children are cancelled and joined; the library's own way, never a result.
  {
    probe p;
    bool went_on = false;
    auto error = cancel_when<Lib>(started<2>, p, [&](auto c) -> caller<Lib> {
      co_await Lib::gather(c, child<Lib>(p, {.after = forever}),
                           child<Lib>(p, {.after = forever,
                                          .when_cancelled = on_cancel::clean_up,
                                          .cleanup = 10ms}));
      went_on = true;
    });
    CHECK(error && Lib::is_cancellation(error) && !went_on);
    CHECK(p.cancelled == 2 && p.all_joined());
  }
  {
    probe p;
    bool went_on = false;
    auto error = cancel_when<Lib>(started<2>, p, [&](auto c) -> caller<Lib> {
      co_await Lib::gather(c, return_exceptions, timeout(forever),
                           child<Lib>(p, {.after = forever}),
                           child<Lib>(p, {.name = 1}));
      went_on = true;
    });
    CHECK(error && Lib::is_cancellation(error) && !went_on);
    CHECK(p.all_joined());
  }
  // The deadline came first: timeout_error, although the caller is cancelled
  // while the children are joined.
  with_patience([](ms d) {
    probe p;
    auto error = cancel_when<Lib>(
        conformance::cancelled<1>, p, [&](auto c) -> caller<Lib> {
          co_await Lib::gather(
              c, timeout(d),
              child<Lib>(p, {.after = forever,
                             .when_cancelled = on_cancel::clean_up,
                             .cleanup = 1ms,
                             .until = caller_cancelled}));
        });
    CHECK(error && holds<timeout_error>(error) && p.all_joined());
    return p.started == 1;
  });
  // The caller came first: its cancellation, although the deadline passes and
  // a child fails while the children are joined.
  with_patience([](ms d) {
    probe p;
    int number = 0;
    auto tell = [&](std::exception_ptr e) noexcept { number = number_of(e); };
    auto error = cancel_when<Lib>(started<1>, p, [&](auto c) -> caller<Lib> {
      p.deadline = std::chrono::steady_clock::now() + d;
      co_await Lib::gather(c, safe_async::on_suppressed(tell), timeout(d),
                           child<Lib>(p, {.after = forever,
                                          .number = 3,
                                          .when_cancelled = on_cancel::fail,
                                          .cleanup = 1ms,
                                          .until = deadline_is_over}));
    });
    CHECK(error && p.all_joined());
    if (holds<timeout_error>(error))
      return false;
    CHECK(Lib::is_cancellation(error) && number == 103);
    return true;
  });
  // In a window, nobody starts after the cancellation.
  {
    probe p;
    auto error = cancel_when<Lib>(started<2>, p, [&](auto c) -> caller<Lib> {
      co_await Lib::gather(c, safe_async::concurrency(2),
                           many<Lib>(p, 6, {.after = forever}));
    });
    CHECK(error && Lib::is_cancellation(error) && p.started == 2);
    CHECK(p.all_joined());
  }
}

template <class Lib> void shielded_cases() {
  using safe_async::return_exceptions, safe_async::shielded,
      safe_async::timeout;
  // The cancellation arrives in the middle and is held back until the join.
  {
    probe p;
    bool saw_results = false, sees_cancellation = false;
    cancel_when<Lib>(started<2>, p, [&](auto c) -> caller<Lib> {
      auto [a, b] = co_await Lib::gather(
          c, shielded, return_exceptions, timeout(forever),
          child<Lib>(p, {.name = 1, .after = 5ms, .until = caller_cancelled}),
          child<Lib>(p, {.name = 2}));
      saw_results = Lib::value(a) == 1 && Lib::value(b) == 2;
      co_await Lib::await_again();
      sees_cancellation = Lib::cancelled(co_await Lib::cancellation(c));
    });
    CHECK(saw_results && sees_cancellation && p.cancelled == 0);
    CHECK(p.all_joined());
  }
  // It still ends at its deadline.
  with_patience([](ms d) {
    probe p;
    bool timed_out = false, in_time = false;
    cancel_when<Lib>(started<1>, p, [&](auto c) -> caller<Lib> {
      auto [a] =
          co_await Lib::gather(c, timeout(d), return_exceptions, shielded,
                               child<Lib>(p, {.after = forever}));
      timed_out = holds<timeout_error>(Lib::error(a));
      in_time = p.caller_cancelled;
    });
    CHECK(timed_out && p.all_joined());
    return in_time;
  });
  // Cleanup because of a cancellation.
  {
    probe p;
    bool cleaned = false;
    auto error = cancel_when<Lib>(ready, p, [&](auto c) -> caller<Lib> {
      std::exception_ptr why;
      try {
        p.ready = true;
        co_await Lib::sleep(c, forever);
      } catch (...) {
        why = std::current_exception();
      }
      co_await Lib::await_again();
      auto [a] =
          co_await Lib::gather(c, shielded, timeout(forever), return_exceptions,
                               child<Lib>(p, {.name = 1, .after = 5ms}));
      cleaned = Lib::has_value(a) && Lib::value(a) == 1;
      std::rethrow_exception(why);
    });
    CHECK(cleaned && error && Lib::is_cancellation(error) && p.all_joined());
  }
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_CALLER_CASES_H
