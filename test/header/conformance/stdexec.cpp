// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on stdexec. Its cancellation is a channel and no
// exception; the cases are coroutines that catch, so the traits turn "stopped"
// into operation_cancelled and back at the edges of each coroutine.
//
// REQUIRES: stdexec
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %stdexec_args -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/stdexec.hpp>

#include <exec/into_tuple.hpp>
#include <exec/static_thread_pool.hpp>
#include <exec/timed_thread_scheduler.hpp>
#include <exec/variant_sender.hpp>

#include "outcome_results.h"
#include "sender_options.h"
#include "suite.h"

#include <thread>

namespace {

using conformance::canceller, conformance::moment, conformance::ms;
using safe_async::operation_cancelled;

exec::timed_thread_context &clock_context() {
  static exec::timed_thread_context one;
  return one;
}

/// Stopped becomes an exception.
auto stopped_throws() {
  return stdexec::let_stopped([] {
    return stdexec::just_error(std::make_exception_ptr(operation_cancelled()));
  });
}

struct traits : conformance::outcome_results {
  static constexpr auto name = "stdexec";
  static const char *note(std::string_view promise) {
    return promise == "timeout" ? "yes (2)" : "yes";
  }

  template <class T> using task = exec::task<T>;
  struct context {};

  /// A sender that is stopped where the coroutine throws operation_cancelled.
  template <class T, class F> static auto child(F f) {
    using stopped = decltype(stdexec::just_stopped());
    using failed = decltype(stdexec::just_error(std::exception_ptr()));
    return f(context{}) | stdexec::let_error([](std::exception_ptr e) {
             using either = exec::variant_sender<stopped, failed>;
             if (is_cancellation(e))
               return either(stdexec::just_stopped());
             return either(stdexec::just_error(std::move(e)));
           });
  }

  static task<void> sleep(context, ms d) {
    auto scheduler = clock_context().get_scheduler();
    co_await (exec::schedule_after(scheduler, d) | stopped_throws());
  }
  static task<void> deaf_sleep(context, ms d) {
    auto scheduler = clock_context().get_scheduler();
    co_await stdexec::write_env(
        exec::schedule_after(scheduler, d),
        stdexec::prop{stdexec::get_stop_token, stdexec::never_stop_token()});
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() { throw operation_cancelled(); }
  static std::suspend_never await_again() { return {}; }
  static auto cancellation(context) {
    return stdexec::read_env(stdexec::get_stop_token);
  }
  template <class Token> static bool cancelled(const Token &token) {
    return token.stop_requested();
  }
  static auto place(context) {
    return stdexec::read_env(stdexec::get_scheduler) |
           stdexec::then([](auto scheduler) {
             return std::pair(scheduler, std::this_thread::get_id());
           });
  }

  /// One captured sender gives one outcome; the cases expect a tuple.
  template <class... Args> static auto gather(context, Args... args) {
    constexpr bool range = (std::ranges::range<Args> || ...);
    auto all = safe_async::safe_gather(
        conformance::with_timer(clock_context(), std::move(args))...);
    if constexpr (conformance::captures<Args...> && !range)
      return std::move(all) | exec::into_tuple() | stopped_throws();
    else
      return std::move(all) | stopped_throws();
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with(f(context{}));
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    stdexec::inplace_stop_source source;
    canceller at(when, [&] { source.request_stop(); });
    return ended_with(
        stdexec::write_env(f(context{}), stdexec::prop{stdexec::get_stop_token,
                                                       source.get_token()}));
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    exec::static_thread_pool pool(n);
    pool_scheduler on_pool{pool.get_scheduler()};
    return ended_with(stdexec::write_env(
        f(context{}), stdexec::prop{stdexec::get_start_scheduler, on_pool}));
  }

private:
  // exec::task wants to be told that this is a scheduler.
  struct pool_scheduler {
    using scheduler_concept = stdexec::scheduler_t;
    exec::static_thread_pool::scheduler real;
    auto schedule() const noexcept { return real.schedule(); }
    bool operator==(const pool_scheduler &) const = default;
  };

  template <class Sender> static std::exception_ptr ended_with(Sender sender) {
    try {
      stdexec::sync_wait(std::move(sender) | stopped_throws());
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
