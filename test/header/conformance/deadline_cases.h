// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conformance: deadlines, the caller's cancellation, and which of them came
// first (G4, G5, G6, G12).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H
#define SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H

#include "failure_cases.h"

namespace conformance {

using safe_async::timeout_error;

template <class Lib> void timeout_cases() {
  using safe_async::timeout;
  // Cancelled and joined, then timeout_error; a late value is dropped.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    bool timed_out = false;
    try {
      co_await Lib::gather(
          c, timeout(10ms), child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.after = 30ms, .when_cancelled = on_cancel::ignore}));
    } catch (const timeout_error &) {
      timed_out = true;
    }
    CHECK(timed_out && p.cancelled == 1 && p.all_joined());
  });
  // In time: the values. The deadline does not stay behind.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto begin = std::chrono::steady_clock::now();
    auto [a, b] = co_await Lib::gather(c, timeout(forever),
                                       child<Lib>(p, {.name = 1, .after = 1ms}),
                                       child<Lib>(p, {.name = 2}));
    CHECK(a == 1 && b == 2 && p.all_joined());
    CHECK(std::chrono::steady_clock::now() - begin < forever);
  });
  // A failure before the deadline is the failure; one after it is told.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0, told = 0;
    try {
      co_await Lib::gather(
          c, timeout(forever), child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 1}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 1 && p.all_joined());
    auto tell = [&told](std::exception_ptr e) noexcept { told = number_of(e); };
    bool timed_out = false;
    try {
      co_await Lib::gather(c, safe_async::on_suppressed(tell), timeout(2ms),
                           child<Lib>(p, {.after = forever,
                                          .number = 2,
                                          .when_cancelled = on_cancel::fail}));
    } catch (const timeout_error &) {
      timed_out = true;
    }
    CHECK(timed_out && told == 102 && p.all_joined());
  });
  // Passed already: nobody starts. Too long to count: never.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int timed_out = 0;
    for (auto d : {-5ms, 0ms}) {
      try {
        co_await Lib::gather(c, timeout(d), child<Lib>(p, {}));
      } catch (const timeout_error &) {
        ++timed_out;
      }
    }
    CHECK(timed_out == 2 && p.started == 0);
    auto never = timeout(std::chrono::hours::max());
    co_await Lib::gather(c, never, child<Lib>(p, {.after = 1ms}),
                         child<Lib>(p, {}));
    co_await Lib::gather(c, timeout(std::chrono::nanoseconds::max()),
                         child<Lib>(p, {.after = 1ms}), child<Lib>(p, {}));
    CHECK(p.ended == 4 && p.all_joined());
  });
  // A point in time, of any clock.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int timed_out = 0;
    try {
      co_await Lib::gather(
          c, safe_async::timeout_at(std::chrono::steady_clock::now() + 5ms),
          child<Lib>(p, {.after = forever}));
    } catch (const timeout_error &) {
      ++timed_out;
    }
    try {
      co_await Lib::gather(
          c, safe_async::timeout_at(std::chrono::system_clock::now() + 5ms),
          many<Lib>(p, 3, {.after = forever}));
    } catch (const timeout_error &) {
      ++timed_out;
    }
    CHECK(timed_out == 2 && p.cancelled == 4 && p.all_joined());
  });
}

template <class Lib> void partial_cases() {
  using safe_async::return_exceptions, safe_async::timeout;
  // What was finished stays; what the deadline cancelled holds timeout_error;
  // a value that came late is kept, a real failure too.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto [done, failed, cut, late, broke] = co_await Lib::gather(
        c, return_exceptions, timeout(100ms),
        child<Lib>(p, {.name = 1, .after = 1ms}),
        child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 2}),
        child<Lib>(p, {.after = forever}),
        child<Lib>(
            p,
            {.name = 4, .after = 200ms, .when_cancelled = on_cancel::ignore}),
        child<Lib>(p, {.after = forever,
                       .number = 5,
                       .when_cancelled = on_cancel::fail}));
    CHECK(Lib::has_value(done) && Lib::value(done) == 1);
    CHECK(number_of(Lib::error(failed)) == 2);
    CHECK(holds<timeout_error>(Lib::error(cut)));
    CHECK(Lib::has_value(late) && Lib::value(late) == 4);
    CHECK(number_of(Lib::error(broke)) == 105);
    CHECK(p.all_joined());
  });
  // In a window, those that never started hold timeout_error as well.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto results = co_await Lib::gather(c, return_exceptions, timeout(5ms),
                                        safe_async::concurrency(2),
                                        many<Lib>(p, 5, {.after = forever}));
    CHECK(results.size() == 5 && p.started == 2 && p.all_joined());
    for (auto &r : results)
      CHECK(!Lib::has_value(r) && holds<timeout_error>(Lib::error(r)));
    auto passed = co_await Lib::gather(c, return_exceptions, timeout(0ms),
                                       many<Lib>(p, 2, {}));
    CHECK(passed.size() == 2 && holds<timeout_error>(Lib::error(passed[1])));
  });
}

/// Runs a case whose caller is cancelled. What must come before or after that
/// is far away from it, because test machines are busy.
template <class Lib, class F>
std::exception_ptr cancelled(F f, ms after = 10ms) {
  return Lib::run_cancelled(f, after);
}

template <class Lib> void caller_cases() {
  using safe_async::return_exceptions, safe_async::timeout;
  // Children are cancelled and joined; the library's own way, never a result.
  {
    probe p;
    bool went_on = false;
    auto error = cancelled<Lib>([&](auto c) -> caller<Lib> {
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
    auto error = cancelled<Lib>([&](auto c) -> caller<Lib> {
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
  {
    probe p;
    auto error = cancelled<Lib>(
        [&](auto c) -> caller<Lib> {
          co_await Lib::gather(
              c, timeout(2ms),
              child<Lib>(p, {.after = forever,
                             .when_cancelled = on_cancel::clean_up,
                             .cleanup = 250ms}));
        },
        150ms);
    CHECK(error && holds<timeout_error>(error) && p.all_joined());
  }
  // The caller came first: its cancellation, although the deadline passes and
  // a child fails while the children are joined.
  {
    probe p;
    int told = 0;
    auto tell = [&told](std::exception_ptr e) noexcept { told = number_of(e); };
    auto error = cancelled<Lib>([&](auto c) -> caller<Lib> {
      co_await Lib::gather(c, safe_async::on_suppressed(tell), timeout(150ms),
                           child<Lib>(p, {.after = forever,
                                          .number = 3,
                                          .when_cancelled = on_cancel::fail,
                                          .cleanup = 250ms}));
    });
    CHECK(error && Lib::is_cancellation(error) && told == 103);
    CHECK(p.all_joined());
  }
  // In a window, nobody starts after the cancellation.
  {
    probe p;
    auto error = cancelled<Lib>([&](auto c) -> caller<Lib> {
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
    cancelled<Lib>([&](auto c) -> caller<Lib> {
      auto [a, b] =
          co_await Lib::gather(c, shielded, return_exceptions, timeout(forever),
                               child<Lib>(p, {.name = 1, .after = 150ms}),
                               child<Lib>(p, {.name = 2}));
      saw_results = Lib::value(a) == 1 && Lib::value(b) == 2;
      co_await Lib::await_again();
      sees_cancellation = Lib::cancelled(co_await Lib::cancellation(c));
    });
    CHECK(saw_results && sees_cancellation && p.cancelled == 0);
    CHECK(p.all_joined());
  }
  // It still ends at its deadline.
  {
    probe p;
    bool timed_out = false;
    cancelled<Lib>([&](auto c) -> caller<Lib> {
      auto [a] =
          co_await Lib::gather(c, timeout(30ms), return_exceptions, shielded,
                               child<Lib>(p, {.after = forever}));
      timed_out = holds<timeout_error>(Lib::error(a));
    });
    CHECK(timed_out && p.all_joined());
  }
  // Cleanup because of a cancellation.
  {
    probe p;
    bool cleaned = false;
    auto error = cancelled<Lib>([&](auto c) -> caller<Lib> {
      std::exception_ptr why;
      try {
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

#endif // SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H
