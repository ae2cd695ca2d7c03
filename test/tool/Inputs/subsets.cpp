// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that several checks report, and some that one does, all with a fix.

#include "boost_asio.h"
#include "folly.h"
#include "std_future.h"
#include <chrono>
#include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

asio::awaitable<int> fetch();
asio::awaitable<void> close();
folly::coro::Task<int> work();
void note(const char *);

// raw, unbounded, uncaptured
asio::awaitable<void> shutdown() { co_await (close() && close()); }
asio::awaitable<void> stop() { co_await safe_async::safe_gather(close(), close()); }

// raw, unbounded
asio::awaitable<int> both() {
  auto [a, b] = co_await (fetch() && fetch());
  co_return a + b;
}

// raw, unbounded, dropped
asio::awaitable<void> dropped() {
  fetch() && fetch();
  co_return;
}

// captured and not looked at, unbounded
asio::awaitable<void> unchecked() {
  co_await safe_async::safe_gather(safe_async::return_exceptions, fetch(), fetch()); // left: unchecked-results
}

// a race that waits for the timer
asio::awaitable<void> raced(asio::steady_timer &timer) {
  co_await (fetch() || timer.async_wait(asio::use_awaitable)); // left: orphaning-timeout
}

// raw, unbounded, and its cancellation is swallowed
folly::coro::Task<void> swallowed() {
  try {
    co_await work();
  } catch (...) {
    note("failed");
  }
}
asio::awaitable<void> swallowed_here() {
  try {
    co_await (fetch() && fetch());
  } catch (const std::exception &) { // left: swallowed-cancellation
    note("failed");
  }
}

// a deadline that orphans a dropped task's twin
folly::coro::Task<void> orphaned() {
  co_await folly::coro::timed_wait(work(), 5s); // left: orphaning-timeout
  work();
}

int hand_rolled() {
  auto a = std::async([] { return 1; });
  auto b = std::async([] { return 2; });
  return a.get() + b.get(); // left: hand-rolled-gather
}
