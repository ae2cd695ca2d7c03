// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conformance: what the caller gets, where it resumes, and children on several
// threads (G8, G9, G11).
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_RESULT_CASES_H
#define SAFE_ASYNC_TEST_CONFORMANCE_RESULT_CASES_H

#include "failure_cases.h"

namespace conformance {

struct no_default {
  explicit no_default(int v) : value(v) {}
  int value;
};

template <class Lib> caller<Lib> count_up(int &counter) {
  ++counter;
  co_return;
}

template <class Lib> void result_cases() {
  using safe_async::return_exceptions;
  // Move-only values, values without a default, mixed types.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto [a, b, d] = co_await Lib::gather(
        c, child<Lib>(p, {.after = 2ms}, std::make_unique<int>(1)),
        child<Lib>(p, {}, no_default(2)),
        child<Lib>(p, {.after = 1ms}, std::string("three")));
    CHECK(*a == 1 && b.value == 2 && d == "three");
    auto [e, f] = co_await Lib::gather(
        c, return_exceptions,
        child<Lib>(p, {.after = 2ms}, std::make_unique<int>(4)),
        child<Lib>(p, {}, no_default(5)));
    CHECK(*Lib::value(e) == 4 && Lib::value(f).value == 5);
    CHECK(p.all_joined());
  });
  // A range of move-only values.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto one = child<Lib>(p, {.after = 1ms}, std::make_unique<int>(7));
    std::vector<decltype(one)> all;
    all.push_back(std::move(one));
    all.push_back(child<Lib>(p, {}, std::make_unique<int>(8)));
    auto values = co_await Lib::gather(c, std::move(all));
    CHECK(values.size() == 2 && *values[0] == 7 && *values[1] == 8);
  });
  // Nothing is left of void.
  must_end<Lib>([](auto c) -> caller<Lib> {
    int ran = 0;
    auto count = [&ran](typename Lib::context) { return count_up<Lib>(ran); };
    auto nothing = [&] { return Lib::template child<void>(count); };
    co_await Lib::gather(c, nothing(), nothing());
    std::vector<decltype(nothing())> all;
    all.push_back(nothing());
    all.push_back(nothing());
    co_await Lib::gather(c, std::move(all));
    auto [a, b] =
        co_await Lib::gather(c, return_exceptions, nothing(), nothing());
    CHECK(ran == 6 && Lib::has_value(a) && Lib::has_value(b));
  });
  // The gather is an awaitable like any other: it can wait.
  must_end<Lib>([](auto c) -> caller<Lib> {
    probe p;
    auto later =
        Lib::gather(c, child<Lib>(p, {.name = 1}), child<Lib>(p, {.name = 2}));
    CHECK(p.started == 0);
    auto [a, b] = co_await std::move(later);
    CHECK(a == 1 && b == 2);
  });
}

template <class Lib> void thread_cases() {
  auto error = Lib::run_on_threads(
      [](auto c) -> caller<Lib> {
        for (int round = 0; round < 20; ++round) {
          probe p;
          int number = 0;
          auto all = many<Lib>(p, 40, {.after = 1ms});
          all.push_back(
              child<Lib>(p, {.after = 1ms, .how = end::failure, .number = 1}));
          for (auto &more : many<Lib>(p, 10, {.after = forever}))
            all.push_back(std::move(more));
          try {
            co_await Lib::gather(c, safe_async::timeout(forever),
                                 std::move(all));
          } catch (const boom &b) {
            number = b.number;
          }
          CHECK(number == 1 && p.all_joined());
          auto some = co_await Lib::gather(c, safe_async::return_exceptions,
                                           safe_async::timeout(2ms),
                                           many<Lib>(p, 20, {.after = 2ms}));
          CHECK(some.size() == 20 && p.all_joined());
        }
      },
      4);
  CHECK(!error);
}

template <class Lib, class Place>
caller<Lib> look_around(typename Lib::context inside, const Place &expected) {
  auto before = co_await Lib::place(inside);
  co_await Lib::sleep(inside, 1ms);
  auto after = co_await Lib::place(inside);
  CHECK(expected == before && expected == after);
}

template <class Lib> void place_cases() {
  must_end<Lib>([](auto c) -> caller<Lib> {
    auto here = co_await Lib::place(c);
    auto look = [&here](typename Lib::context inside) {
      return look_around<Lib>(inside, here);
    };
    auto looking = [&] { return Lib::template child<void>(look); };
    co_await Lib::gather(c, looking(), looking());
    auto still = co_await Lib::place(c);
    CHECK(here == still);
  });
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_RESULT_CASES_H
