// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite's view of Asio. Included by the two Asio tests, which
// define `lib`, `error_code` and `system_error` in namespace conformance.
#include "outcome_results.h"
#include "suite.h"

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace conformance {

/// `lib` is on a strand where `threads` > 1, as Asio's cancellation requires.
struct asio_traits : outcome_results {
  static const char *note(std::string_view promise) {
    return promise == "threads" || promise == "shielded" ? "yes (1)" : "yes";
  }
  template <class T> using task = lib::awaitable<T>;
  struct context {};

  template <class T, class F> static auto child(F f) { return f(context{}); }

  static task<void> sleep(context, ms d) {
    lib::steady_timer timer(co_await lib::this_coro::executor, d);
    co_await timer.async_wait(lib::use_awaitable);
  }
  static task<void> deaf_sleep(context, ms d) {
    lib::steady_timer timer(co_await lib::this_coro::executor, d);
    lib::steady_timer *t = &timer;
    bool throws = co_await lib::this_coro::throw_if_cancelled();
    co_await lib::this_coro::throw_if_cancelled(false);
    co_await lib::co_spawn(
        timer.get_executor(),
        [t]() -> task<void> { co_await t->async_wait(lib::use_awaitable); },
        lib::bind_cancellation_slot(lib::cancellation_slot(),
                                    lib::use_awaitable));
    co_await lib::this_coro::throw_if_cancelled(throws);
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    try {
      std::rethrow_exception(error);
    } catch (const system_error &e) {
      return e.code() == lib::error::operation_aborted;
    } catch (...) {
      return false;
    }
  }
  [[noreturn]] static void throw_cancellation() {
    throw system_error(lib::error::operation_aborted);
  }
  /// Awaited directly: may the coroutine await although it is cancelled?
  static auto await_again() {
    return lib::this_coro::throw_if_cancelled(false);
  }
  /// Awaited directly, gives cancelled() what it needs.
  static auto cancellation(context) {
    return lib::this_coro::cancellation_state;
  }
  static bool cancelled(const lib::cancellation_state &state) {
    return state.cancelled() != lib::cancellation_type::none;
  }
  /// Awaited directly, gives something to compare: where a coroutine runs.
  static auto place(context) { return lib::this_coro::executor; }

  template <class... Args> static auto gather(context, Args... args) {
    return safe_async::safe_gather(std::move(args)...);
  }

  template <class F> static std::exception_ptr run(F f) {
    return run_on(f, std::nullopt, 1);
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    return run_on(f, when, 1);
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    return run_on(f, std::nullopt, n);
  }

private:
  template <class F>
  static std::exception_ptr run_on(F &f, std::optional<moment> when,
                                   int threads) {
    lib::io_context loop(threads);
    auto strand = lib::make_strand(loop);
    lib::cancellation_signal signal;
    lib::steady_timer timer(strand);
    std::exception_ptr ended_with;
    bool ended = false;
    std::function<void()> look = [&] {
      timer.expires_after(ms(1));
      timer.async_wait([&](error_code) {
        if (ended)
          return;
        if (!when->has_come())
          return look();
        when->cancel_by([&] { signal.emit(lib::cancellation_type::terminal); });
      });
    };
    lib::co_spawn(
        strand,
        [&f, &look, &when]() -> task<void> {
          if (when)
            look();
          co_await f(context{});
        },
        lib::bind_cancellation_slot(
            signal.slot(),
            lib::bind_executor(strand, [&](std::exception_ptr e) {
              ended_with = e;
              ended = true;
              timer.cancel();
            })));
    std::vector<std::thread> helpers;
    for (int i = 1; i < threads; ++i)
      helpers.emplace_back([&] { loop.run(); });
    loop.run();
    for (std::thread &helper : helpers)
      helper.join();
    CHECK(ended);
    return ended_with;
  }
};

} // namespace conformance
