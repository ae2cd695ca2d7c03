// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace cppcoro's when_all and when_all_ready by safe_gather
// wherever they stand? Only if awaiting gives the same type. And what the
// conformance suite does not know: children without a token, a child that is
// resumed by the cancellation itself, and a caller without a token.
//
// REQUIRES: cppcoro
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror %cppcoro_args -I%include %s -o %t %cppcoro_libs
// RUN: %t
#include <safe_async/cppcoro.hpp>

#include "check.h"

#include <cppcoro/cancellation_registration.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>

#include <memory>
#include <string>

namespace {

using cppcoro::cancellation_token, cppcoro::shared_task, cppcoro::task;
using safe_async::return_exceptions, safe_async::safe_gather;

task<int> number() { co_return 1; }
task<std::string> text() { co_return "two"; }
task<> nothing() { co_return; }
task<int &> reference(int &to) { co_return to; }
shared_task<int> shared() { co_return 3; }
task<> fail(int number) {
  throw number;
  co_return;
}
auto with_token = [](cancellation_token) { return text(); };

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;
template <class A>
using awaited = typename cppcoro::awaitable_traits<A &&>::await_result_t;

#define SAME_AS(native, ...)                                                   \
  static_assert(same<awaited<decltype(cppcoro::native(__VA_ARGS__))>,          \
                     awaited<decltype(safe_gather(__VA_ARGS__))>>)
// when_all_ready gives a reference into itself, safe_gather the tuple.
#define SAME_AS_READY(...)                                                     \
  static_assert(                                                               \
      same<awaited<decltype(cppcoro::when_all_ready(__VA_ARGS__))>,            \
           awaited<decltype(safe_gather(return_exceptions, __VA_ARGS__))> &&>)

SAME_AS(when_all, number());
SAME_AS(when_all, number(), text(), nothing());
SAME_AS(when_all, reference(std::declval<int &>()), shared());
SAME_AS(when_all, std::vector<task<int>>());
SAME_AS(when_all, std::vector<task<std::string>>());
SAME_AS(when_all, std::vector<task<>>());
SAME_AS(when_all, std::vector<task<int &>>());
SAME_AS_READY(number(), text(), nothing());
SAME_AS_READY(reference(std::declval<int &>()));
SAME_AS_READY(std::vector<task<int>>());
static_assert(same<awaited<decltype(safe_gather(number(), with_token))>,
                   awaited<decltype(cppcoro::when_all(number(), text()))>>);

task<> values() {
  auto &&[a, b, c, d] =
      co_await safe_gather(number(), with_token, nothing(), shared());
  static_assert(same<decltype(c), cppcoro::detail::void_value>);
  CHECK(a == 1 && b == "two" && d == 3);

  int seven = 7;
  std::vector<task<int &>> more;
  more.push_back(reference(seven));
  auto references = co_await safe_gather(std::move(more));
  CHECK(&references[0].get() == &seven);

  auto [e, f] = co_await safe_gather(return_exceptions, number(), fail(5));
  int failed = 0;
  try {
    f.result();
  } catch (int n) {
    failed = n;
  }
  CHECK(e.result() == 1 && failed == 5);

  auto [nested, g] =
      co_await safe_gather(safe_gather(number(), text()), number());
  CHECK(std::get<0>(nested) == 1 && std::get<1>(nested) == "two" && g == 1);
}

/// Ends when it is cancelled, inside the call that cancels.
struct until_cancelled {
  cancellation_token token;
  std::optional<cppcoro::cancellation_registration> registration{};

  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    registration.emplace(token, [h] { h.resume(); });
  }
  void await_resume() { throw cppcoro::operation_cancelled(); }
};
auto wait_for_cancellation = [](cancellation_token token) -> task<> {
  co_await until_cancelled{std::move(token)};
};

task<> inline_cancellation() {
  int failed = 0;
  try {
    co_await safe_gather(wait_for_cancellation, wait_for_cancellation, fail(1));
  } catch (int n) {
    failed = n;
  }
  CHECK(failed == 1);

  // The caller goes on inside request_cancellation, as it would in cppcoro.
  cppcoro::cancellation_source source;
  bool cancelled = false;
  auto cancel_us = [&source](cancellation_token) -> task<> {
    source.request_cancellation();
    co_return;
  };
  try {
    co_await safe_gather(safe_async::cancelled_by(source.token()),
                         wait_for_cancellation, wait_for_cancellation,
                         cancel_us);
  } catch (const cppcoro::operation_cancelled &) {
    cancelled = true;
  }
  CHECK(cancelled);
}

// A child without a token is waited for, also when the gather has failed.
task<> without_token() {
  int ended = 0, failed = 0;
  auto count = [&ended]() -> task<> {
    ++ended;
    co_return;
  };
  try {
    co_await safe_gather(count(), fail(2), count());
  } catch (int n) {
    failed = n;
  }
  CHECK(failed == 2 && ended == 1); // the third had not started
}

} // namespace

int main() {
  cppcoro::sync_wait(values());
  cppcoro::sync_wait(inline_cancellation());
  cppcoro::sync_wait(without_token());
}
