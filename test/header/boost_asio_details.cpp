// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What only Asio has: cancellation types, contexts that are destroyed under a
// suspended gather, timers of the caller's.
//
// REQUIRES: boost-asio
// RUN: %cxx -std=c++20 -Wall -Wextra -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/boost_asio.hpp>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/system_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using namespace safe_async;
using asio::awaitable;

namespace {

/// Counts objects, to see that frames are destroyed.
struct tracked {
  static inline int alive = 0;
  tracked() { ++alive; }
  ~tracked() { --alive; }
};

awaitable<int> wait(std::chrono::milliseconds d, int value = 0) {
  tracked here;
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
  co_return value;
}
awaitable<int> wait_obeying_total(std::chrono::milliseconds d) {
  co_await asio::this_coro::reset_cancellation_state(
      asio::enable_total_cancellation());
  co_return co_await wait(d);
}
awaitable<void> fail_after(std::chrono::milliseconds d) {
  (void)co_await wait(d);
  throw std::runtime_error("failed");
}

/// Runs `f` as a caller that listens to total cancellation and is asked for
/// it after 5 ms.
template <class F> std::exception_ptr run_asked(F f) {
  asio::io_context context;
  asio::cancellation_signal signal;
  asio::steady_timer timer(context, 5ms);
  timer.async_wait([&](auto) { signal.emit(asio::cancellation_type::total); });
  std::optional<std::exception_ptr> end;
  asio::co_spawn(
      context,
      [&f]() -> awaitable<void> {
        co_await asio::this_coro::reset_cancellation_state(
            asio::enable_total_cancellation());
        co_await asio::this_coro::throw_if_cancelled(false);
        co_await f();
      },
      asio::bind_cancellation_slot(signal.slot(),
                                   [&](std::exception_ptr e) { end = e; }));
  context.run();
  CHECK(end.has_value());
  return *end;
}

bool is_aborted(const std::exception_ptr &error) {
  try {
    std::rethrow_exception(error);
  } catch (const boost::system::system_error &e) {
    return e.code() == asio::error::operation_aborted;
  } catch (...) {
    return false;
  }
}

void total_cancellation() {
  // Children that do not listen to it go on and succeed.
  CHECK(!run_asked([]() -> awaitable<void> {
    auto [a, b] = co_await safe_gather(wait(20ms, 1), wait(1ms, 2));
    CHECK(a == 1 && b == 2);
  }));
  // A child that obeys ends the gather as cancelled, also with capture.
  auto error = run_asked([]() -> awaitable<void> {
    co_await safe_gather(return_exceptions, wait_obeying_total(60s), wait(60s));
  });
  CHECK(error && is_aborted(error));
  // An ignored request does not disarm what comes later.
  error = run_asked([]() -> awaitable<void> {
    co_await safe_gather(wait(60s), fail_after(20ms));
  });
  CHECK(error && !is_aborted(error));
  error = run_asked([]() -> awaitable<void> {
    bool timed_out = false;
    try {
      co_await safe_gather(timeout(20ms), wait(60s), wait(60s));
    } catch (const timeout_error &) {
      timed_out = true;
    }
    CHECK(timed_out);
  });
  CHECK(!error);
  CHECK(tracked::alive == 0);
}

awaitable<void> suspended_gather() {
  std::vector<awaitable<int>> some;
  for (int i = 0; i < 5; ++i)
    some.push_back(wait(60s));
  co_await safe_gather(timeout(60s),
                       safe_gather(timeout(60s), wait(60s), wait(60s)),
                       safe_gather(concurrency(2), std::move(some)));
}

void context_destroyed() {
  {
    asio::io_context context;
    asio::co_spawn(context, suspended_gather(), asio::detached);
    context.run_for(10ms);
    CHECK(tracked::alive == 4);
  }
  CHECK(tracked::alive == 0);
  {
    asio::io_context context; // destroyed before it ever ran
    asio::co_spawn(context, suspended_gather(), asio::detached);
  }
  CHECK(tracked::alive == 0);
}

void timers_of_the_caller() {
  asio::io_context context;
  int timed_out = 0;
  asio::co_spawn(
      context,
      [&]() -> awaitable<void> {
        asio::steady_timer steady(context);
        asio::system_timer system(context);
        try {
          co_await safe_gather(timeout(steady, 5ms), wait(60s));
        } catch (const timeout_error &) {
          ++timed_out;
        }
        try {
          co_await safe_gather(timeout(system, 5ms), wait(60s));
        } catch (const timeout_error &) {
          ++timed_out;
        }
        CHECK(co_await safe_gather(timeout(steady, 60s), wait(1ms, 7)) == 7);
        steady.expires_after(1ms); // ours again
        co_await steady.async_wait(asio::use_awaitable);
      },
      [](std::exception_ptr e) { CHECK(!e); });
  context.run();
  CHECK(timed_out == 2);
}

} // namespace

int main() {
  total_cancellation();
  context_destroyed();
  timers_of_the_caller();
}
