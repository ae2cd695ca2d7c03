// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on the std core. The caller is cancelled from another
// thread, and with threads > 1 every wait of a child ends on its own thread.
//
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/task.hpp>

#include "outcome_results.h"
#include "pool.h"
#include "suite.h"

#include <thread>

namespace {

using conformance::canceller, conformance::moment, conformance::ms,
    conformance::pool;

struct traits : conformance::outcome_results {
  static constexpr auto name = "std core";
  static const char *note(std::string_view) { return "yes"; }

  template <class T> using task = safe_async::task<T>;
  struct context {};

  template <class T, class F> static auto child(F f) { return f(context{}); }

  static task<void> sleep(context, ms d) { co_await safe_async::sleep_for(d); }
  static task<void> deaf_sleep(context, ms d) {
    safe_async::environment env = co_await safe_async::this_task::env;
    env.stop = {};
    safe_async::detail::sleep nap{safe_async::detail::deadline_after(d)};
    nap.bind(env);
    co_await unbound{nap};
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<safe_async::operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() {
    throw safe_async::operation_cancelled();
  }
  static std::suspend_never await_again() { return {}; }
  static auto cancellation(context) {
    return safe_async::this_task::stop_token;
  }
  static bool cancelled(const std::stop_token &token) {
    return token.stop_requested();
  }
  static auto place(context) { return executor_of{}; }
  template <class... Args> static auto gather(context, Args... args) {
    return safe_async::safe_gather(std::move(args)...);
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with([&] { safe_async::sync_wait(f(context{})); });
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    std::stop_source source;
    canceller at(when, [&] { source.request_stop(); });
    return ended_with(
        [&] { safe_async::sync_wait(f(context{}), source.get_token()); });
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    safe_async::detail::run_loop clock;
    std::thread ticking([&] { clock.run(); });
    std::exception_ptr error;
    {
      pool threads(n);
      safe_async::environment env{&threads, &clock};
      error = ended_with([&] { safe_async::sync_wait(f(context{}), env); });
    }
    clock.finish();
    ticking.join();
    return error;
  }

private:
  // Keeps the task from binding its own environment.
  struct unbound {
    safe_async::detail::sleep &nap;
    bool await_ready() { return nap.await_ready(); }
    void await_suspend(std::coroutine_handle<> h) { nap.await_suspend(h); }
    void await_resume() { nap.await_resume(); }
  };
  struct executor_of {
    safe_async::executor *where = nullptr;
    void bind(const safe_async::environment &env) { where = env.where; }
    bool await_ready() { return true; }
    void await_suspend(std::coroutine_handle<>) {}
    std::pair<safe_async::executor *, std::thread::id> await_resume() {
      return {where, std::this_thread::get_id()};
    }
  };
  template <class F> static std::exception_ptr ended_with(F f) {
    try {
      f();
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
