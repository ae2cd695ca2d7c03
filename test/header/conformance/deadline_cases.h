// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conformance: deadlines alone and with captured results (G4, G5).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H
#define SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H

#include "failure_cases.h"

namespace conformance {

using safe_async::timeout_error;

template <class Lib> void timeout_cases() {
  using safe_async::timeout;
  // Cancelled and joined, then timeout_error; a late value is dropped.
  with_patience([](ms d) {
    probe p;
    must_end<Lib>([&p, d](auto c) -> caller<Lib> {
      bool timed_out = false;
      try {
        co_await Lib::gather(c, timeout(d), child<Lib>(p, {.after = forever}),
                             child<Lib>(p, {.after = 1ms,
                                            .when_cancelled = on_cancel::ignore,
                                            .until = cancelled<1>}));
      } catch (const timeout_error &) {
        timed_out = true;
      }
      CHECK(timed_out && p.all_joined());
    });
    CHECK(p.cancelled == (p.started > 0));
    return p.started == 2;
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
    int number = 0;
    try {
      co_await Lib::gather(
          c, timeout(forever), child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 1}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 1 && p.all_joined());
  });
  with_patience([](ms d) {
    probe p;
    must_end<Lib>([&p, d](auto c) -> caller<Lib> {
      int number = 0;
      auto tell = [&](std::exception_ptr e) noexcept { number = number_of(e); };
      bool timed_out = false;
      try {
        co_await Lib::gather(
            c, safe_async::on_suppressed(tell), timeout(d),
            child<Lib>(p, {.after = forever,
                           .number = 2,
                           .when_cancelled = on_cancel::fail}));
      } catch (const timeout_error &) {
        timed_out = true;
      }
      CHECK(timed_out && p.all_joined());
      CHECK(number == (p.started == 1 ? 102 : 0));
    });
    return p.started == 1;
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
  with_patience([](ms d) {
    probe p;
    must_end<Lib>([&p, d](auto c) -> caller<Lib> {
      int timed_out = 0;
      try {
        co_await Lib::gather(
            c, safe_async::timeout_at(std::chrono::steady_clock::now() + d),
            child<Lib>(p, {.after = forever}));
      } catch (const timeout_error &) {
        ++timed_out;
      }
      try {
        co_await Lib::gather(
            c, safe_async::timeout_at(std::chrono::system_clock::now() + d),
            many<Lib>(p, 3, {.after = forever}));
      } catch (const timeout_error &) {
        ++timed_out;
      }
      CHECK(timed_out == 2 && p.cancelled == p.started && p.all_joined());
    });
    return p.started == 4;
  });
}

template <class Lib> void partial_cases() {
  using safe_async::return_exceptions, safe_async::timeout;
  // What was finished stays; what the deadline cancelled holds timeout_error;
  // a value that came late is kept, a real failure too.
  with_patience([](ms d) {
    bool in_time = false;
    must_end<Lib>([&in_time, d](auto c) -> caller<Lib> {
      probe p;
      auto [done, failed, cut, late, broke] = co_await Lib::gather(
          c, return_exceptions, timeout(d),
          child<Lib>(p, {.name = 1, .after = 1ms}),
          child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 2}),
          child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.name = 4,
                         .after = 1ms,
                         .when_cancelled = on_cancel::ignore,
                         .until = cancelled<1>}),
          child<Lib>(p, {.after = forever,
                         .number = 5,
                         .when_cancelled = on_cancel::fail}));
      CHECK(p.all_joined() && holds<timeout_error>(Lib::error(cut)));
      in_time = p.started == 5 && Lib::has_value(done) &&
                !holds<timeout_error>(Lib::error(failed));
      if (!in_time)
        co_return;
      CHECK(Lib::value(done) == 1 && number_of(Lib::error(failed)) == 2);
      CHECK(Lib::has_value(late) && Lib::value(late) == 4);
      CHECK(number_of(Lib::error(broke)) == 105);
    });
    return in_time;
  });
  // In a window, those that never started hold timeout_error as well.
  with_patience([](ms d) {
    probe p;
    must_end<Lib>([&p, d](auto c) -> caller<Lib> {
      auto results = co_await Lib::gather(c, return_exceptions, timeout(d),
                                          safe_async::concurrency(2),
                                          many<Lib>(p, 5, {.after = forever}));
      CHECK(results.size() == 5 && p.started <= 2 && p.all_joined());
      for (auto &r : results)
        CHECK(!Lib::has_value(r) && holds<timeout_error>(Lib::error(r)));
      auto passed = co_await Lib::gather(c, return_exceptions, timeout(0ms),
                                         many<Lib>(p, 2, {}));
      CHECK(passed.size() == 2 && holds<timeout_error>(Lib::error(passed[1])));
    });
    return p.started == 2;
  });
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_DEADLINE_CASES_H
