// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on libcoro. Cases run on the thread of a run loop,
// which is also the timer; with threads > 1 every wait ends on a thread of
// coro::thread_pool.
//
// REQUIRES: libcoro
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %libcoro_args -I%include %s -o %t %libcoro_libs
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/libcoro.hpp>

#include <safe_async/detail/run_loop.hpp>
#include <safe_async/detail/sleep.hpp>

#include <coro/sync_wait.hpp>
#include <coro/thread_pool.hpp>

#include "sender_options.h"
#include "suite.h"

#include <thread>

namespace {

using conformance::canceller, conformance::moment, conformance::ms;
using safe_async::operation_cancelled;

/// Executor and timer of all cases, on a thread of its own.
struct ticking_loop {
  safe_async::detail::run_loop loop;
  std::thread thread{[this] { loop.run(); }};
  ~ticking_loop() {
    loop.finish();
    thread.join();
  }
};
safe_async::detail::run_loop &loop() {
  static ticking_loop one;
  return one.loop;
}
coro::thread_pool *pool = nullptr;

/// A sleep that obeys `stop`, awaited by any coroutine.
struct nap : safe_async::detail::sleep {
  nap(ms d, std::stop_token stop)
      : sleep(safe_async::detail::deadline_after(d)),
        env{&loop(), &loop(), std::move(stop)} {
    bind(env);
  }
  safe_async::environment env;
};

struct to_loop : safe_async::executor::work {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    self = h;
    loop().post(*this);
  }
  void await_resume() {}
  to_loop()
      : work{[](work &w) noexcept {
          static_cast<to_loop &>(w).self.resume();
        }} {}
  std::coroutine_handle<> self;
};

struct traits {
  static constexpr auto name = "libcoro";
  static const char *note(std::string_view promise) {
    return promise == "timeout"  ? "yes (4)"
           : promise == "caller" ? "yes (5)"
           : promise == "place"  ? "yes (3)"
                                 : "yes";
  }
  template <class R> static bool has_value(R &r) { return !error(r); }
  template <class R> static auto &value(R &r) { return r.return_value(); }
  template <class R> static std::exception_ptr error(R &r) {
    try {
      (void)r.return_value();
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  template <class T> using task = coro::task<T>;
  using context = std::stop_token;

  template <class T, class F> static auto child(F f) { return f; }

  static task<void> sleep(context token, ms d) {
    std::exception_ptr error;
    try {
      co_await nap(d, token);
    } catch (...) {
      error = std::current_exception();
    }
    if (pool)
      co_await pool->schedule();
    if (error)
      std::rethrow_exception(error);
  }
  static task<void> deaf_sleep(context, ms d) {
    return sleep(std::stop_token(), d);
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() { throw operation_cancelled(); }
  static std::suspend_never await_again() { return {}; }
  static task<std::stop_token> cancellation(context token) { co_return token; }
  static bool cancelled(const std::stop_token &token) {
    return token.stop_requested();
  }
  static task<std::thread::id> place(context) {
    co_return std::this_thread::get_id();
  }
  template <class... Args> static auto gather(context token, Args... args) {
    return safe_async::safe_gather(
        safe_async::cancelled_by(token),
        conformance::with_timer(loop(), std::move(args))...);
  }

  template <class F> static std::exception_ptr run(F f) {
    return run_until(f, std::stop_token());
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    std::stop_source source;
    canceller at(when, [&] { source.request_stop(); });
    return run_until(f, source.get_token());
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    auto threads = coro::thread_pool::make_unique(
        coro::thread_pool::options{.thread_count = std::uint32_t(n)});
    pool = threads.get();
    auto error = run_until(f, std::stop_token());
    pool = nullptr;
    return error;
  }

private:
  template <class F> static task<void> on_loop(F &f, std::stop_token token) {
    co_await to_loop();
    co_await f(token);
  }
  template <class F>
  static std::exception_ptr run_until(F &f, std::stop_token token) {
    try {
      coro::sync_wait(on_loop(f, token));
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
