// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conformance: how children start, what a failure does, and that nothing
// outlives the gather (G1, G2, G3, G7).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_FAILURE_CASES_H
#define SAFE_ASYNC_TEST_CONFORMANCE_FAILURE_CASES_H

#include "moment.h"

#include <safe_async/safe_gather.hpp>

#include <vector>

namespace conformance {

template <class Lib> using caller = typename Lib::template task<void>;

/// Runs a case that must end without an exception.
template <class Lib, class F> void must_end(F f) { CHECK(!Lib::run(f)); }

/// A vector of `n` children that play `s` and give their number.
template <class Lib> auto many(probe &p, int n, script s) {
  std::vector<decltype(child<Lib>(p, s))> all;
  for (int i = 0; i < n; ++i)
    all.push_back(child<Lib, int>(p, s, i));
  return all;
}

template <class Lib> void start_cases() {
  using safe_async::concurrency;
  // In order, all of them, and an empty range completes at once.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    co_await Lib::gather(c, child<Lib>(p, {.name = 0, .after = 3ms}),
                         child<Lib>(p, {.name = 1}),
                         child<Lib>(p, {.name = 2, .after = 1ms}));
    CHECK(p.order == std::vector{0, 1, 2} && p.all_joined());
    auto none = co_await Lib::gather(c, many<Lib>(p, 0, {}));
    CHECK(none.empty());
  });
  // One, two, a hundred, ten thousand; synchronous ones without recursion.
  for (int n : {1, 2, 100, 10'000})
    must_end<Lib>([n](auto c) -> caller<Lib> {
      probe p;
      auto all = co_await Lib::gather(c, many<Lib>(p, n, {}));
      CHECK(int(all.size()) == n && all.back() == n - 1 && p.started == n);
      auto again = co_await Lib::gather(c, concurrency(3), many<Lib>(p, n, {}));
      CHECK(again == all && p.started == 2 * n && p.all_joined());
    });
  // A window of two is never exceeded, and is used.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    co_await Lib::gather(c, concurrency(2), many<Lib>(p, 7, {.after = 2ms}));
    CHECK(p.started == 7 && p.most_running == 2 && p.all_joined());
  });
  // In a window, a failure keeps the rest from being started.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0;
    try {
      co_await Lib::gather(
          c, concurrency(1),
          child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 1}),
          child<Lib>(p, {}), child<Lib>(p, {}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 1 && p.started == 1 && p.all_joined());
  });
}

template <class Lib> void fail_fast_cases() {
  // The first failure in time wins, wherever it stands; the others are
  // cancelled and joined.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0;
    try {
      co_await Lib::gather(
          c, child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.after = 1ms,
                         .how = end::failure,
                         .number = 1,
                         .when_cancelled = on_cancel::ignore,
                         .until = cancelled<1>}),
          child<Lib>(p, {.after = 5ms, .how = end::failure, .number = 2}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 2 && p.cancelled == 1 && p.all_joined());
  });
  // Failures at the same moment: one of them, and it is joined with the rest.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0;
    try {
      co_await Lib::gather(
          c, child<Lib>(p, {.after = 2ms, .how = end::failure, .number = 1}),
          child<Lib>(p, {.after = 2ms, .how = end::failure, .number = 2}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK((number == 1 || number == 2) && p.all_joined());
  });
  // An exception before the first suspension is a failure like any other.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0;
    try {
      co_await Lib::gather(c, child<Lib>(p, {.after = forever}),
                           child<Lib>(p, {.how = end::failure, .number = 3}),
                           child<Lib>(p, {.after = forever}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 3 && p.all_joined());
  });
  // Later failures are told, in their order; cancellations and the one
  // rethrown are not. An error during cancellation is such a failure.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    int number = 0;
    std::vector<int> numbers;
    auto tell = [&](std::exception_ptr e) noexcept {
      numbers.push_back(number_of(e));
      ++p.told;
    };
    try {
      co_await Lib::gather(
          c, safe_async::on_suppressed(tell),
          child<Lib>(p, {.after = forever,
                         .number = 7,
                         .when_cancelled = on_cancel::fail,
                         .cleanup = 1ms,
                         .until = told<1>}),
          child<Lib>(p, {.after = forever}),
          child<Lib>(p, {.after = forever,
                         .number = 8,
                         .when_cancelled = on_cancel::fail,
                         .cleanup = 10ms}),
          child<Lib>(p, {.after = 2ms, .how = end::failure, .number = 1}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 1 && numbers == std::vector{108, 107} && p.all_joined());
  });
  // A child's own cancellation, with nobody cancelling, is a failure.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    std::exception_ptr error;
    try {
      co_await Lib::gather(c, child<Lib>(p, {.after = forever}),
                           child<Lib>(p, {.how = end::own_cancellation}));
    } catch (...) {
      error = std::current_exception();
    }
    CHECK(error && Lib::is_cancellation(error) && p.all_joined());
  });
  // A gather in a gather: the outer failure reaches the inner children.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto inner = [&p](typename Lib::context inside) {
      return Lib::gather(inside, child<Lib>(p, {.after = forever}),
                         child<Lib>(p, {.after = forever}));
    };
    int number = 0;
    try {
      co_await Lib::gather(c, Lib::template child<std::tuple<int, int>>(inner),
                           child<Lib>(p, {.after = 1ms,
                                          .how = end::failure,
                                          .number = 4,
                                          .until = started<3>}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 4 && p.cancelled == 2 && p.all_joined());
  });
}

template <class Lib> void capture_cases() {
  using safe_async::return_exceptions;
  // Nobody is stopped; one result per child, in order.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto [a, b, d, e] = co_await Lib::gather(
        c, return_exceptions, child<Lib>(p, {.name = 0, .after = 10ms}),
        child<Lib>(p, {.name = 1, .how = end::failure, .number = 5}),
        child<Lib>(p, {.name = 2, .how = end::own_cancellation}),
        child<Lib>(p, {.name = 3}));
    CHECK(Lib::has_value(a) && Lib::value(a) == 0);
    CHECK(!Lib::has_value(b) && number_of(Lib::error(b)) == 5);
    CHECK(!Lib::has_value(d) && Lib::is_cancellation(Lib::error(d)));
    CHECK(Lib::has_value(e) && Lib::value(e) == 3);
    CHECK(p.cancelled == 0 && p.all_joined());
  });
  // The same for a range.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto all = many<Lib>(p, 3, {.after = 2ms});
    all.push_back(child<Lib>(p, {.how = end::failure, .number = 6}));
    auto results = co_await Lib::gather(c, return_exceptions, std::move(all));
    CHECK(results.size() == 4 && Lib::value(results[2]) == 2);
    CHECK(number_of(Lib::error(results[3])) == 6 && p.all_joined());
    auto none = co_await Lib::gather(c, return_exceptions, many<Lib>(p, 0, {}));
    CHECK(none.empty());
  });
}

template <class Lib> void join_cases() {
  // A child that ignores cancellation delays the end and is not orphaned.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto begin = std::chrono::steady_clock::now();
    int number = 0;
    try {
      co_await Lib::gather(
          c,
          child<Lib>(p, {.after = 40ms, .when_cancelled = on_cancel::ignore}),
          child<Lib>(p, {.after = forever,
                         .when_cancelled = on_cancel::clean_up,
                         .cleanup = 20ms}),
          child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 1}));
    } catch (const boom &b) {
      number = b.number;
    }
    CHECK(number == 1 && p.all_joined() && p.ended == 3);
    CHECK(std::chrono::steady_clock::now() - begin >= 40ms);
  });
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_FAILURE_CASES_H
