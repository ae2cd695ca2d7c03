// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on libunifex. Its cancellation is a channel and no
// exception; the cases are coroutines that catch, so the traits turn "done"
// into operation_cancelled and back at the edges of each coroutine. They also
// unwrap the variants of when_all.
//
// REQUIRES: unifex
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %unifex_args -I%include %s -o %t %unifex_libs
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/unifex.hpp>

#include <unifex/just_done.hpp>
#include <unifex/just_error.hpp>
#include <unifex/just_from.hpp>
#include <unifex/let_done.hpp>
#include <unifex/let_error.hpp>
#include <unifex/on.hpp>
#include <unifex/static_thread_pool.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>
#include <unifex/then.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/unstoppable.hpp>
#include <unifex/variant_sender.hpp>
#include <unifex/with_query_value.hpp>

#include "outcome_results.h"
#include "sender_options.h"
#include "suite.h"

#include <thread>

namespace {

using conformance::canceller, conformance::moment, conformance::ms;
using safe_async::operation_cancelled;

unifex::timed_single_thread_context &clock_context() {
  static unifex::timed_single_thread_context one;
  return one;
}

/// Done becomes an exception.
template <class Sender> auto done_throws(Sender sender) {
  return unifex::let_done(std::move(sender), [] {
    return unifex::just_error(std::make_exception_ptr(operation_cancelled()));
  });
}

struct traits : conformance::outcome_results {
  static constexpr auto name = "libunifex";
  static const char *note(std::string_view promise) {
    return promise == "timeout" ? "yes (2)" : "yes";
  }

  template <class T> using task = unifex::task<T>;
  struct context {};

  /// A sender that is done where the coroutine throws operation_cancelled.
  template <class T, class F> static auto child(F f) {
    using done = decltype(unifex::just_done());
    using failed = decltype(unifex::just_error(std::exception_ptr()));
    using either = unifex::variant_sender<done, failed>;
    return unifex::let_error(f(context{}), [](std::exception_ptr e) {
      if (is_cancellation(e))
        return either(unifex::just_done());
      return either(unifex::just_error(std::move(e)));
    });
  }

  static task<void> sleep(context, ms d) {
    auto scheduler = clock_context().get_scheduler();
    co_await done_throws(unifex::schedule_after(scheduler, d));
  }
  static task<void> deaf_sleep(context, ms d) {
    auto scheduler = clock_context().get_scheduler();
    co_await unifex::unstoppable(unifex::schedule_after(scheduler, d));
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() { throw operation_cancelled(); }
  static std::suspend_never await_again() { return {}; }
  static auto cancellation(context) { return unifex::get_stop_token(); }
  static bool cancelled(const unifex::inplace_stop_token &token) {
    return token.stop_requested();
  }
  static auto place(context) {
    return unifex::just_from([] { return std::this_thread::get_id(); });
  }

  template <class... Args> static auto gather(context, Args... args) {
    auto all = safe_async::safe_gather(
        conformance::with_timer(clock_context(), std::move(args))...);
    if constexpr ((std::ranges::range<Args> || ...))
      return done_throws(std::move(all));
    else
      return done_throws(unifex::then(std::move(all), [](auto &&...one) {
        return std::tuple_cat(value_of(std::move(one))...);
      }));
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with(f(context{}));
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    unifex::inplace_stop_source source;
    canceller at(when, [&] { source.request_stop(); });
    return ended_with(unifex::with_query_value(
        f(context{}), unifex::get_stop_token, source.get_token()));
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    unifex::static_thread_pool pool(n);
    return ended_with(unifex::on(pool.get_scheduler(), f(context{})));
  }

private:
  template <class... T>
  static std::tuple<T...> value_of(std::variant<std::tuple<T...>> &&value) {
    return std::get<0>(std::move(value));
  }
  template <class T>
  static std::tuple<safe_async::outcome<T>>
  value_of(safe_async::outcome<T> &&captured) {
    return std::tuple<safe_async::outcome<T>>(std::move(captured));
  }

  template <class Sender> static std::exception_ptr ended_with(Sender sender) {
    try {
      unifex::sync_wait(done_throws(std::move(sender)));
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
