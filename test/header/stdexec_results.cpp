// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace when_all(a, b, c) by safe_gather(a, b, c) wherever it
// stands? Only if the sender completes with the same values, and with the same
// typed errors.
//
// REQUIRES: stdexec
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror %stdexec_args -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/stdexec.hpp>

#include <exec/timed_thread_scheduler.hpp>
#include <exec/variant_sender.hpp>

#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <system_error>
#include <vector>

using namespace std::chrono_literals;
using safe_async::outcome;
using safe_async::safe_gather;
using stdexec::just;
using stdexec::just_error;
using stdexec::just_stopped;
using stdexec::sync_wait;
using stdexec::when_all;

static int allocations = 0;
void *operator new(std::size_t n) {
  ++allocations;
  if (void *p = std::malloc(n))
    return p;
  throw std::bad_alloc();
}
void operator delete(void *p) noexcept { std::free(p); }
void operator delete(void *p, std::size_t) noexcept { std::free(p); }

namespace {

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;
template <class... T> struct list {};
template <class S>
using values = stdexec::value_types_of_t<S, stdexec::env<>, list, list>;
template <class S>
using errors = stdexec::error_types_of_t<S, stdexec::env<>, list>;

#define SAME_AS_WHEN_ALL(...)                                                  \
  static_assert(same<values<decltype(when_all(__VA_ARGS__))>,                  \
                     values<decltype(safe_gather(__VA_ARGS__))>>);             \
  static_assert(same<errors<decltype(when_all(__VA_ARGS__))>,                  \
                     errors<decltype(safe_gather(__VA_ARGS__))>>);             \
  static_assert(same<decltype(sync_wait(when_all(__VA_ARGS__))),               \
                     decltype(sync_wait(safe_gather(__VA_ARGS__)))>)

SAME_AS_WHEN_ALL(just());
SAME_AS_WHEN_ALL(just(1));
SAME_AS_WHEN_ALL(just(), just());
SAME_AS_WHEN_ALL(just(1), just());
SAME_AS_WHEN_ALL(just(), just(1), just('c', 2.0));
SAME_AS_WHEN_ALL(just(std::unique_ptr<int>()), just(1));
SAME_AS_WHEN_ALL(just(std::tuple(1, 'c')), just(1));
// A child with several ways to complete, in one.
using one_or_none = exec::variant_sender<decltype(just(1)), decltype(just())>;
SAME_AS_WHEN_ALL(stdexec::into_variant(one_or_none(just())), just(1));
static_assert(same<errors<decltype(safe_gather(just(1), just_error(2)))>,
                   errors<decltype(when_all(just(1), just_error(2)))>>);
static_assert(same<values<decltype(safe_gather(just(1), just_error(2)))>,
                   values<decltype(when_all(just(1), just_error(2)))>>);
static_assert(
    same<errors<decltype(safe_gather(just(1), just_error(2)))>, list<int>>);

// stdexec has no gather for ranges: a vector, or nothing.
template <class S> using many = decltype(safe_gather(std::vector<S>()));
static_assert(
    same<values<many<decltype(just(1))>>, list<list<std::vector<int>>>>);
static_assert(same<values<many<decltype(just())>>, list<list<>>>);

// With capture every child has a value, and no error is left but the gather's.
using captured = decltype(safe_gather(safe_async::return_exceptions, just(1),
                                      just(), just_error(2), just(1, 'c')));
static_assert(
    same<values<captured>, list<list<outcome<int>, outcome<void>, outcome<void>,
                                     outcome<std::tuple<int, char>>>>>);
static_assert(same<errors<captured>, list<>>);
static_assert(!stdexec::sends_stopped<captured, stdexec::env<>>);

struct question {
  static consteval bool query(stdexec::forwarding_query_t) noexcept {
    return true;
  }
  template <class Env> auto operator()(const Env &env) const noexcept {
    return env.query(*this);
  }
};

/// Ends as Tag(args...), and says that it might have had a value.
template <class Tag, class... Args> struct might_be {
  using sender_concept = stdexec::sender_t;
  using completion_signatures =
      stdexec::completion_signatures<stdexec::set_value_t(int), Tag(Args...)>;
  template <class Receiver> struct operation {
    using operation_state_concept = stdexec::operation_state_t;
    Receiver receiver;
    std::tuple<Args...> args;
    void start() & noexcept {
      std::apply(
          [&](auto &...a) { Tag()(std::move(receiver), std::move(a)...); },
          args);
    }
  };
  template <class Receiver>
  operation<Receiver> connect(Receiver receiver) const {
    return {std::move(receiver), args};
  }
  std::tuple<Args...> args;
};
might_be<stdexec::set_stopped_t> stopped() { return {}; }
template <class E> might_be<stdexec::set_error_t, E> failed(E error) {
  return {{error}};
}

template <class E, class Sender> E error_of(Sender sender) {
  try {
    sync_wait(std::move(sender));
  } catch (const E &error) {
    return error;
  }
  CHECK(!"the error came");
  std::abort();
}

void typed_errors() {
  CHECK(error_of<int>(safe_gather(just(1), failed(2), failed(3))) == 2);
  auto refused = std::make_error_code(std::errc::connection_refused);
  CHECK(error_of<std::system_error>(safe_gather(just(), failed(refused)))
            .code() == refused);
  CHECK(!sync_wait(safe_gather(just(1), stopped())));
  // First in time, also when the first end is "stopped".
  CHECK(!sync_wait(safe_gather(just(1), stopped(), failed(2))));
  int told = 0;
  auto tell = [&](std::exception_ptr e) noexcept {
    try {
      std::rethrow_exception(e);
    } catch (int number) {
      told = number;
    }
  };
  exec::timed_thread_context clock;
  auto late = exec::schedule_after(clock.get_scheduler(), 60s) |
              stdexec::let_stopped([] { return just_error(7); });
  CHECK(error_of<int>(safe_gather(safe_async::on_suppressed(tell), late,
                                  failed(3))) == 3);
  CHECK(told == 7);
}

void environment() {
  auto ask = [] { return stdexec::read_env(question{}); };
  auto asked = stdexec::write_env(
      safe_gather(ask(), ask() | stdexec::then([](int n) { return n + 1; })),
      stdexec::prop{question{}, 41});
  auto [a, b] = sync_wait(std::move(asked)).value();
  CHECK(a == 41 && b == 42);
}

void many_times() {
  auto gather = safe_gather(just(std::string("one")), just(2));
  for (int i = 0; i < 2; ++i) {
    auto [a, b] = sync_wait(gather).value();
    CHECK(a == "one" && b == 2);
  }
  auto [n] = sync_wait(std::move(gather) | stdexec::then([](auto s, int two) {
                         return int(s.size()) + two;
                       }))
                 .value();
  CHECK(n == 5);
}

void allocates_nothing() {
  allocations = 0;
  auto result = sync_wait(safe_gather(just(1), just('c'), just(2.0)));
  CHECK(result && allocations == 0);
  exec::timed_thread_context clock;
  auto scheduler = clock.get_scheduler();
  allocations = 0;
  CHECK(sync_wait(
      safe_gather(safe_async::timeout(scheduler, 60s), just(1), just('c'))));
  CHECK(allocations == 0);
}

} // namespace

int main() {
  typed_errors();
  environment();
  many_times();
  allocates_nothing();
}
