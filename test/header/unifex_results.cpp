// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace when_all(a, b, c) and when_all_range(v) by safe_gather
// wherever it stands? Only if the sender completes with the same values and
// errors.
//
// REQUIRES: unifex
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %unifex_args -I%include %s -o %t %unifex_libs && %t
#include "check.h"

#include <safe_async/unifex.hpp>

#include <unifex/just.hpp>
#include <unifex/just_done.hpp>
#include <unifex/just_error.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/when_all.hpp>
#include <unifex/when_all_range.hpp>

#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

using namespace std::chrono_literals;
using safe_async::safe_gather;
using unifex::just;
using unifex::sync_wait;
using unifex::when_all;
using unifex::when_all_range;

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
template <class S> using values = unifex::sender_value_types_t<S, list, list>;
template <class S> using errors = unifex::sender_error_types_t<S, list>;
template <class A, class B>
inline constexpr bool same_ends =
    same<values<A>, values<B>> && same<errors<A>, errors<B>> &&
    unifex::sender_traits<A>::sends_done ==
        unifex::sender_traits<B>::sends_done;

#define SAME_AS_WHEN_ALL(...)                                                  \
  static_assert(same_ends<decltype(when_all(__VA_ARGS__)),                     \
                          decltype(safe_gather(__VA_ARGS__))>)

unifex::task<int> number(int n) { co_return n; }
unifex::task<void> nothing() { co_return; }

SAME_AS_WHEN_ALL(just(1));
SAME_AS_WHEN_ALL(just(), just());
SAME_AS_WHEN_ALL(just(1), just('c', 2.0));
SAME_AS_WHEN_ALL(just(std::unique_ptr<int>()), nothing(), number(1));

template <class S>
inline constexpr bool same_as_range =
    same_ends<decltype(when_all_range(std::declval<std::vector<S>>())),
              decltype(safe_gather(std::declval<std::vector<S>>()))>;
static_assert(same_as_range<unifex::task<int>>);
static_assert(same_as_range<unifex::task<void>>);
static_assert(same_as_range<decltype(just(1, 'c'))>);

void in_a_task() {
  auto both = []() -> unifex::task<int> {
    auto [a, b] = co_await safe_gather(number(1), number(2));
    co_return std::get<0>(std::get<0>(a)) + std::get<0>(std::get<0>(b));
  };
  CHECK(sync_wait(both()) == 3);
  std::vector<unifex::task<void>> none;
  none.push_back(nothing());
  CHECK(sync_wait(safe_gather(std::move(none)))->size() == 1);
}

void allocates_nothing() {
  unifex::timed_single_thread_context clock;
  allocations = 0;
  CHECK(sync_wait(safe_gather(just(1), just('c'))));
  CHECK(sync_wait(
      safe_gather(safe_async::timeout(clock, 60s), just(1), just('c'))));
  CHECK(allocations == 0);
}

} // namespace

int main() {
  in_a_task();
  allocates_nothing();
}
