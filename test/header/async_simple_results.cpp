// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace collectAll(a, b, c) by safe_gather(return_exceptions, a, b,
// c) wherever it stands? Only if awaiting it gives the same type. And what the
// gather does where there is no executor.
//
// REQUIRES: async_simple
// RUN: %cxx -std=c++20 -pthread -w %async_simple_args -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/async_simple.hpp>

#include <async_simple/coro/Collect.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using async_simple::coro::collectAll;
using async_simple::coro::Lazy;
using async_simple::coro::RescheduleLazy;
using async_simple::coro::syncAwait;
using safe_async::return_exceptions;
using safe_async::safe_gather;

namespace {

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;

Lazy<int> number(int n) { co_return n; }
Lazy<std::unique_ptr<int>> owned(int n) { co_return std::make_unique<int>(n); }
Lazy<void> nothing() { co_return; }
Lazy<void> failing() {
  throw std::string("failed");
  co_return;
}

template <class L> using value = typename L::ValueType;
#define CAPTURES_AS_COLLECT_ALL(...)                                           \
  static_assert(                                                               \
      same<value<decltype(collectAll(__VA_ARGS__))>,                           \
           value<decltype(safe_gather(return_exceptions, __VA_ARGS__))>>)

using numbers = std::vector<Lazy<int>>;
using nothings = std::vector<Lazy<void>>;
CAPTURES_AS_COLLECT_ALL(number(1));
CAPTURES_AS_COLLECT_ALL(number(1), nothing());
CAPTURES_AS_COLLECT_ALL(owned(1), nothing(), number(2));
CAPTURES_AS_COLLECT_ALL(numbers());
CAPTURES_AS_COLLECT_ALL(nothings());
CAPTURES_AS_COLLECT_ALL(std::vector<RescheduleLazy<int>>());

static_assert(same<decltype(safe_gather(nothing(), nothing())), Lazy<void>>);
static_assert(same<decltype(safe_gather(number(1))), Lazy<int>>);
static_assert(same<decltype(safe_gather(number(1), nothing())),
                   Lazy<std::tuple<int, std::monostate>>>);
static_assert(same<decltype(safe_gather(numbers())), Lazy<std::vector<int>>>);

Lazy<void> values() {
  auto [a, b, c] = co_await safe_gather(number(1), owned(2), nothing());
  CHECK(a == 1 && *b == 2);
  auto [ok, failed] =
      co_await safe_gather(return_exceptions, number(1), failing());
  CHECK(ok.value() == 1 && failed.hasError());
  bool threw = false;
  try {
    co_await safe_gather(number(1), failing());
  } catch (const std::string &) {
    threw = true;
  }
  CHECK(threw);
}

// Children with an executor of their own run there.
void scheduled_children() {
  async_simple::executors::SimpleExecutor one(1), other(1);
  auto where = []() -> Lazy<async_simple::Executor *> {
    co_return co_await async_simple::CurrentExecutor{};
  };
  auto both = safe_gather(where().via(&one), where().via(&other), where());
  auto [a, b, c] = syncAwait(std::move(both), &one);
  CHECK(a == &one && b == &other && c == &one);
}

// No executor, no timer: refused before anything starts.
void timeout_without_executor() {
  int started = 0;
  auto count = [&]() -> Lazy<void> {
    ++started;
    co_return;
  };
  bool refused = false;
  try {
    syncAwait(safe_gather(safe_async::timeout(60s), count()));
  } catch (const std::logic_error &) {
    refused = true;
  }
  CHECK(refused && started == 0);
  // Never destroyed: the thread of its timer may still notify it.
  static auto &clock = *new async_simple::executors::SimpleExecutor(1);
  syncAwait(safe_gather(safe_async::timeout(clock, 60s), count()));
  CHECK(started == 1);
}

} // namespace

int main() {
  syncAwait(values());
  scheduled_children();
  timeout_without_executor();
}
