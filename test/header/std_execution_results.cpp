// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does the code behind stdexec.hpp use only what C++26 has? The adapter for
// std::execution, on an implementation that follows the standard.
//
// REQUIRES: beman
// RUN: %cxx -std=c++23 -pthread -w -D__cpp_lib_senders=202406L -I%S/Inputs/beman_as_std %beman_args -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/std_execution.hpp>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using safe_async::outcome;
using safe_async::safe_gather;
using safe_async::timeout_error;
using std::execution::just;
using std::execution::just_error;
using std::execution::then;
using std::execution::when_all;
using std::this_thread::sync_wait;

namespace {

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;
template <class... T> struct list {};
template <class S>
using values =
    std::execution::value_types_of_t<S, std::execution::env<>, list, list>;
template <class S>
using errors = std::execution::error_types_of_t<S, std::execution::env<>, list>;

#define SAME_AS_WHEN_ALL(...)                                                  \
  static_assert(same<values<decltype(when_all(__VA_ARGS__))>,                  \
                     values<decltype(safe_gather(__VA_ARGS__))>>)
SAME_AS_WHEN_ALL(just(1));
SAME_AS_WHEN_ALL(just(), just());
SAME_AS_WHEN_ALL(just(1), just(), just('c', 2.0));
SAME_AS_WHEN_ALL(just(std::unique_ptr<int>()), just(1));
SAME_AS_WHEN_ALL(std::execution::into_variant(just(1)), just(1));
static_assert(
    same<errors<decltype(safe_gather(just(1), just_error(2)))>, list<int>>);
static_assert(
    same<values<decltype(safe_gather(std::vector<decltype(just(1))>()))>,
         list<list<std::vector<int>>>>);

/// A timer of the user's own: waits on a thread and never stops early.
struct slow_clock {
  struct sender {
    using sender_concept = std::execution::sender_tag;
    template <class Self, class... Env>
    static consteval auto get_completion_signatures() {
      return std::execution::completion_signatures<
          std::execution::set_value_t()>();
    }
    template <class Receiver> struct operation {
      using operation_state_concept = std::execution::operation_state_tag;
      Receiver receiver;
      std::chrono::nanoseconds d;
      void start() & noexcept {
        std::thread([this] {
          std::this_thread::sleep_for(d);
          std::execution::set_value(std::move(receiver));
        }).detach();
      }
    };
    template <class Receiver> operation<Receiver> connect(Receiver r) const {
      return {std::move(r), d};
    }
    std::chrono::nanoseconds d;
  };
  sender schedule_after(std::chrono::nanoseconds d) const { return {d}; }
};

void ends() {
  auto [a, b] =
      sync_wait(safe_gather(just(1), just(std::make_unique<int>(2)))).value();
  CHECK(a == 1 && *b == 2);
  auto fails = [] { return just() | then([]() -> int { throw 5; }); };
  int thrown = 0;
  try {
    (void)sync_wait(safe_gather(just(1), fails()));
  } catch (int number) {
    thrown = number;
  }
  CHECK(thrown == 5);
  auto [c, d] =
      sync_wait(safe_gather(safe_async::return_exceptions, just(1), fails()))
          .value();
  CHECK(*c == 1 && !d);
  std::vector<decltype(just(7))> many(10'000, just(7));
  auto [all] =
      sync_wait(safe_gather(safe_async::concurrency(2), std::move(many)))
          .value();
  CHECK(all.size() == 10'000 && all.back() == 7);
}

// The deadline comes; the child that ignores it is joined, if it came to start.
void deadline() {
  slow_clock clock;
  bool timed_out = false, started = false, ended = false;
  auto slow = just() | std::execution::let_value([&] {
                started = true;
                return clock.schedule_after(200ms);
              }) |
              then([&] { ended = true; });
  try {
    (void)sync_wait(safe_gather(safe_async::timeout(clock, 10ms),
                                std::move(slow), just(1)));
  } catch (const timeout_error &) {
    timed_out = true;
  }
  CHECK(timed_out && started == ended);
}

} // namespace

int main() {
  ends();
  deadline();
}
