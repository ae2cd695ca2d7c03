// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a gather of libcoro children give? With return_exceptions what
// when_all gives; otherwise the values themselves, which libcoro has no gather
// for. And what is refused.
//
// REQUIRES: libcoro
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror %libcoro_args -I%include %s -o %t %libcoro_libs && %t
#include "check.h"

#include <safe_async/libcoro.hpp>

#include <coro/sync_wait.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

using safe_async::return_exceptions;
using safe_async::safe_gather;

namespace {

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;

coro::task<int> number(int n) { co_return n; }
coro::task<std::unique_ptr<int>> owned(int n) {
  co_return std::make_unique<int>(n);
}
coro::task<int &> reference(int &n) { co_return n; }
coro::task<void> nothing() { co_return; }
coro::task<void> failing() {
  throw std::string("failed");
  co_return;
}

template <class Awaitable>
using awaited = std::remove_cvref_t<
    typename coro::concepts::awaitable_traits<Awaitable>::awaiter_return_type>;

#define CAPTURES_AS_WHEN_ALL(...)                                              \
  static_assert(                                                               \
      same<awaited<decltype(coro::when_all(__VA_ARGS__))>,                     \
           awaited<decltype(safe_gather(return_exceptions, __VA_ARGS__))>>)

using numbers = std::vector<coro::task<int>>;
using nothings = std::vector<coro::task<void>>;
CAPTURES_AS_WHEN_ALL(number(1));
CAPTURES_AS_WHEN_ALL(number(1), nothing());
CAPTURES_AS_WHEN_ALL(owned(1), nothing(), number(2));
CAPTURES_AS_WHEN_ALL(numbers());
CAPTURES_AS_WHEN_ALL(nothings());

static_assert(
    same<decltype(safe_gather(nothing(), nothing())), coro::task<void>>);
static_assert(same<decltype(safe_gather(number(1))), coro::task<int>>);
static_assert(
    same<decltype(safe_gather(number(1), nothing(), owned(1))),
         coro::task<std::tuple<int, std::monostate, std::unique_ptr<int>>>>);
static_assert(
    same<decltype(safe_gather(numbers())), coro::task<std::vector<int>>>);
static_assert(same<decltype(safe_gather(nothings())), coro::task<void>>);

coro::task<void> values() {
  int referred = 3;
  auto [a, b, c] =
      co_await safe_gather(number(1), owned(2), reference(referred));
  static_assert(same<decltype(c), int &>);
  CHECK(a == 1 && *b == 2 && &c == &referred);

  co_await safe_gather(nothing(), nothing());

  auto [ok, failed] =
      co_await safe_gather(return_exceptions, number(1), failing());
  bool threw = false;
  try {
    failed.return_value();
  } catch (const std::string &) {
    threw = true;
  }
  CHECK(threw && ok.return_value() == 1);
}

// A task that was made without a token is joined, and its siblings' failure is
// thrown after that.
coro::task<void> joins_tasks() {
  int ended = 0;
  auto slow = [&](std::stop_token token) -> coro::task<void> {
    CHECK(!token.stop_requested());
    ended = token.stop_possible();
    co_return;
  };
  std::optional<std::string> error;
  try {
    co_await safe_gather(slow, failing());
  } catch (const std::string &e) {
    error = e;
  }
  CHECK(error == "failed" && ended == 1);
}

} // namespace

int main() {
  coro::sync_wait(values());
  coro::sync_wait(joins_tasks());
}
