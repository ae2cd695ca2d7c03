// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace folly's collectAll and its kin by safe_gather wherever they
// stand? Only if the awaitable has the same type. And what the conformance
// suite does not know: futures as children, children that must not be moved,
// request contexts, and a timekeeper of one's own.
//
// REQUIRES: folly
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror %folly_args -I%include %s -o %t %folly_libs
// RUN: %t
#include <safe_async/folly.hpp>

#include <folly/Singleton.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Timeout.h>
#include <folly/futures/ManualTimekeeper.h>

#undef CHECK // glog's
#include "check.h"

#include <memory>
#include <string>

namespace {

namespace coro = folly::coro;
using coro::now_task, coro::Task, coro::value_task;
using namespace std::chrono_literals;
using namespace safe_async;

Task<int> number() { co_return 1; }
Task<std::unique_ptr<int>> owner() { co_return std::make_unique<int>(2); }
Task<void> nothing() { co_return; }
Task<int &> reference(int &to) { co_return to; }
now_task<int> now() { co_return 3; }
now_task<int> now_of(const int &i) { co_return i + 1; }
value_task<int> value() { co_return 4; }
Task<void> fail() { co_yield coro::co_error(std::runtime_error("fail")); }

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;

#define SAME_AS(native, ...)                                                   \
  static_assert(                                                               \
      same<decltype(native(__VA_ARGS__)), decltype(safe_gather(__VA_ARGS__))>)
#define SAME_AS_TRY(native, ...)                                               \
  static_assert(same<decltype(native(__VA_ARGS__)),                            \
                     decltype(safe_gather(return_exceptions, __VA_ARGS__))>)

SAME_AS(coro::collectAll, number());
SAME_AS(coro::collectAll, number(), nothing(), owner());
SAME_AS(coro::collectAll, reference(std::declval<int &>()), number());
SAME_AS(coro::collectAll, now(), number());
SAME_AS(coro::collectAll, value(), value());
SAME_AS(coro::collectAll, value(), number());
SAME_AS(coro::collectAll, value(), now());
SAME_AS(coro::collectAll, coro::co_awaitTry(number()), number());
SAME_AS(coro::collectAll, coro::co_awaitTry(now()), number());
SAME_AS(coro::collectAll, folly::makeFuture(1), folly::makeSemiFuture());
SAME_AS_TRY(coro::collectAllTry, number(), nothing(), owner());
SAME_AS_TRY(coro::collectAllTry, reference(std::declval<int &>()), number());
SAME_AS_TRY(coro::collectAllTry, now(), nothing());
SAME_AS_TRY(coro::collectAllTry, value(), value());
SAME_AS_TRY(coro::collectAllTry, folly::makeFuture(1), folly::makeSemiFuture());
SAME_AS(coro::collectAllRange, std::vector<Task<int>>());
SAME_AS(coro::collectAllRange, std::vector<Task<void>>());
SAME_AS(coro::collectAllRange, std::vector<Task<int &>>());
SAME_AS(coro::collectAllRange, std::vector<value_task<int>>());
SAME_AS_TRY(coro::collectAllTryRange, std::vector<Task<int>>());
SAME_AS_TRY(coro::collectAllTryRange, std::vector<Task<void>>());
static_assert(
    same<decltype(coro::collectAllWindowed(std::vector<Task<int>>(), 2)),
         decltype(safe_gather(concurrency(2), std::vector<Task<int>>()))>);
static_assert(
    same<decltype(coro::collectAllTryWindowed(std::vector<Task<int>>(), 2)),
         decltype(safe_gather(return_exceptions, concurrency(2),
                              std::vector<Task<int>>()))>);
static_assert(
    same<decltype(coro::timeout(coro::collectAll(now(), value()), 1s)),
         decltype(safe_gather(timeout(1s), now(), value()))>);

Task<void> values() {
  int seven = 7;
  auto [a, b, unit, d] =
      co_await safe_gather(number(), owner(), nothing(), reference(seven));
  CHECK(a == 1 && *b == 2 && unit == folly::unit && &d == &seven);

  // A now_task is used where it is made, with references to temporaries.
  auto [e, f, g] = co_await safe_gather(now(), now_of(4), value());
  CHECK(e == 3 && f == 5 && g == 4);
  auto [h, i] =
      co_await safe_gather(return_exceptions, now(), coro::co_awaitTry(fail()));
  CHECK(h.value() == 3 && i.value().hasException<std::runtime_error>());

  std::vector<Task<int &>> more;
  more.push_back(reference(seven));
  auto references = co_await safe_gather(std::move(more));
  CHECK(&references[0].get() == &seven);
}

// A future that waits is interrupted and waited for.
Task<void> futures() {
  folly::Promise<int> kept;
  int interrupts = 0;
  kept.setInterruptHandler([&](const folly::exception_wrapper &why) {
    ++interrupts;
    kept.setException(why);
  });
  bool failed = false;
  try {
    co_await safe_gather(kept.getFuture(), fail());
  } catch (const std::runtime_error &) {
    failed = true;
  }
  CHECK(failed && interrupts == 1);

  auto [a, b] = co_await safe_gather(folly::makeFuture(1),
                                     folly::makeSemiFuture(std::string("two")));
  CHECK(a == 1 && b == "two");
}

// One's own timekeeper: the deadline passes when it says so.
Task<void> timekeepers() {
  folly::ManualTimekeeper keeper;
  bool timed_out = false;
  try {
    co_await safe_gather(timeout(keeper, 1h), coro::sleep(1h),
                         [](auto *k) -> Task<void> {
                           k->advance(2h);
                           co_return;
                         }(&keeper));
  } catch (const timeout_error &) {
    timed_out = true;
  }
  CHECK(timed_out && keeper.numScheduled() == 0);
}

struct note : folly::RequestData {
  bool hasCallback() override { return false; }
};
const folly::RequestToken token("safe_gather test");
bool noted() {
  return folly::RequestContext::get()->getContextData(token) != nullptr;
}
Task<void> leave_a_note(std::chrono::milliseconds d) {
  CHECK(!noted());
  folly::RequestContext::create();
  folly::RequestContext::get()->setContextData(token, std::make_unique<note>());
  co_await coro::sleep(d);
  CHECK(noted());
}

// A child's request context is its own affair.
Task<void> contexts() {
  CHECK(!noted());
  co_await safe_gather(leave_a_note(1ms), leave_a_note(0ms));
  CHECK(!noted());
  co_await safe_gather(concurrency(1), leave_a_note(1ms), leave_a_note(0ms));
  CHECK(!noted());
}

} // namespace

int main() {
  folly::SingletonVault::singleton()->registrationComplete();
  coro::blockingWait(values());
  coro::blockingWait(futures());
  coro::blockingWait(timekeepers());
  coro::blockingWait(contexts());
}
