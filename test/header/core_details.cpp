// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What only the std core has: functions as children, references, a timer of
// the caller's, and outcome<T> by itself.
//
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/task.hpp>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using namespace safe_async;

namespace {

task<int> give(int value) { co_return value; }
task<int &> refer(int &value) { co_return value; }
task<void> nothing() { co_return; }
task<int> wait() {
  co_await sleep_for(60s);
  co_return 0;
}

/// Thrown by a function before there is a task.
struct not_started {};
task<int> refuse(std::stop_token) { throw not_started(); }
/// A plain function: it throws when it is called, not when it is awaited.
task<int> throw_at_once(std::stop_token) {
  if (true)
    throw not_started();
  return give(0);
}

bool holds_not_started(const std::exception_ptr &error) {
  try {
    std::rethrow_exception(error);
  } catch (const not_started &) {
    return true;
  } catch (...) {
    return false;
  }
}

task<void> children_that_can_not_start() {
  // The rest is not started; what was started is cancelled and joined.
  bool refused = false, started_late = false;
  auto late = [&](std::stop_token) {
    started_late = true;
    return give(1);
  };
  try {
    co_await safe_gather(wait(), throw_at_once, late);
  } catch (const not_started &) {
    refused = true;
  }
  CHECK(refused && !started_late);
  // With capture it is that child's failure.
  auto [a, b, c] =
      co_await safe_gather(return_exceptions, give(1), throw_at_once, refuse);
  CHECK(*a == 1 && holds_not_started(b.error()) &&
        holds_not_started(c.error()));
}

task<void> types() {
  // One child gives its value, void is monostate beside others.
  static_assert(std::is_same_v<decltype(safe_gather(give(1))), task<int>>);
  static_assert(
      std::is_same_v<decltype(safe_gather(nothing(), nothing())), task<void>>);
  static_assert(std::is_same_v<decltype(safe_gather(give(1), nothing())),
                               task<std::tuple<int, std::monostate>>>);
  co_await safe_gather(nothing(), nothing());
  int x = 1, y = 2;
  static_assert(std::is_same_v<decltype(safe_gather(refer(x), give(1))),
                               task<std::tuple<int &, int>>>);
  auto [rx, ry] = co_await safe_gather(refer(x), refer(y));
  CHECK(&rx == &x && &ry == &y);
  std::vector<task<int &>> some;
  some.push_back(refer(x));
  some.push_back(refer(y));
  std::vector<std::reference_wrapper<int>> all =
      co_await safe_gather(std::move(some));
  CHECK(&all[0].get() == &x && &all[1].get() == &y);
  auto [ox] = co_await safe_gather(return_exceptions, refer(x));
  CHECK(&*ox == &x);
}

task<void> blocking_children() {
  using function = std::function<int(std::stop_token)>;
  std::thread::id here = std::this_thread::get_id();
  auto id = [](std::stop_token) { return std::this_thread::get_id(); };
  auto [first, second] = co_await safe_gather(id, id);
  CHECK(first != here && second != here);
  CHECK(std::this_thread::get_id() == here);
  // A range of functions, some at a time.
  std::vector<function> many;
  for (int i = 0; i < 10; ++i)
    many.push_back([i](std::stop_token) { return i; });
  std::vector<int> all = co_await safe_gather(concurrency(3), std::move(many));
  CHECK(all.size() == 10 && all[9] == 9);
  // The token is set when a sibling fails, and the thread is joined.
  bool told = false;
  auto blocks = [&](std::stop_token stop) {
    while (!stop.stop_requested())
      std::this_thread::yield();
    told = true;
  };
  bool refused = false;
  try {
    co_await safe_gather(blocks, throw_at_once);
  } catch (const not_started &) {
    refused = true;
  }
  CHECK(refused && told);
}

/// A timer that is set by hand.
class manual_timer final : public timer {
public:
  void start(alarm &a) noexcept override { waiting_ = &a; }
  bool stop(alarm &a) noexcept override {
    return waiting_ == &a && std::exchange(waiting_, nullptr);
  }
  void ring() {
    alarm *a = std::exchange(waiting_, nullptr);
    CHECK(a);
    a->fire(*a);
  }
  bool is_set() const { return waiting_ != nullptr; }

private:
  alarm *waiting_ = nullptr;
};

task<int> ring(manual_timer &clock) {
  co_await sleep_for(1ms);
  clock.ring();
  co_return 5;
}

task<void> timer_of_the_caller() {
  manual_timer clock;
  bool timed_out = false;
  try {
    co_await safe_gather(timeout(clock, 60s), wait(), ring(clock));
  } catch (const timeout_error &) {
    timed_out = true;
  }
  CHECK(timed_out && !clock.is_set());
  CHECK(co_await safe_gather(timeout(clock, 60s), give(3)) == 3);
  CHECK(!clock.is_set());
}

void windows() {
  bool refused = false;
  try {
    (void)concurrency(0);
  } catch (const std::invalid_argument &) {
    refused = true;
  }
  CHECK(refused);
}

void outcomes() {
  outcome<std::string> text(std::in_place, "abc");
  CHECK(text && text.has_value() && !text.error());
  CHECK(text.value() == "abc" && *text == "abc" && text->size() == 3);
  outcome<std::string> copy = text;
  std::string moved = std::move(copy).value();
  CHECK(moved == "abc" && text.value() == "abc");

  outcome<void> failed(std::make_exception_ptr(not_started()));
  CHECK(!failed && holds_not_started(failed.error()));
  bool rethrown = false;
  try {
    failed.value();
  } catch (const not_started &) {
    rethrown = true;
  }
  CHECK(rethrown);
  outcome<void> fine(std::in_place);
  fine.value();
  CHECK(fine.has_value());

  outcome<std::unique_ptr<int>> only(std::in_place, new int(4));
  CHECK(*std::move(only).value() == 4);
  static_assert(!std::is_copy_constructible_v<outcome<std::unique_ptr<int>>>);

  // A value that is lost on its way leaves a failure behind.
  struct fragile {
    fragile() = default;
    fragile(fragile &&) { throw not_started(); }
    fragile &operator=(fragile &&) = default;
  };
  outcome<fragile> lost(std::make_exception_ptr(not_started()));
  try {
    lost = outcome<fragile>(std::in_place);
    CHECK(!"the move throws");
  } catch (const not_started &) {
  }
  CHECK(!lost && lost.error() != nullptr);
  try {
    (void)lost.value();
    CHECK(!"there is no value");
  } catch (const std::bad_variant_access &) {
  }
}

} // namespace

int main() {
  sync_wait(children_that_can_not_start());
  sync_wait(types());
  sync_wait(blocking_children());
  sync_wait(timer_of_the_caller());
  windows();
  outcomes();
}
