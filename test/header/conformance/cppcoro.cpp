// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on cppcoro. It has no timer and no executor of its own,
// so a run loop of the std core lends both: tasks hop to its thread, and sleep
// there. With threads > 1 every sleep ends on a thread of its own.
//
// REQUIRES: cppcoro
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %cppcoro_args -I%include %s -o %t %cppcoro_libs
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/cppcoro.hpp>
#include <safe_async/task.hpp>

#include "suite.h"

#include <cppcoro/cancellation_registration.hpp>
#include <cppcoro/sync_wait.hpp>

#include <thread>

namespace {

using conformance::canceller, conformance::moment, conformance::ms;
namespace detail = safe_async::detail;

/// Runs every piece of work on a thread of its own.
struct many_threads final : safe_async::executor {
  void post(work &w) noexcept override {
    std::thread([&w] { w.run(w); }).detach();
  }
};

/// Where the tasks of the running case are, and what time it is there.
safe_async::environment here{};

struct hop : safe_async::executor::work {
  hop() : work{[](work &w) noexcept { static_cast<hop &>(w).who.resume(); }} {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) noexcept {
    who = h;
    here.where->post(*this);
  }
  void await_resume() const noexcept {}
  std::coroutine_handle<> who;
};

struct traits {
  static constexpr auto name = "cppcoro";
  static const char *note(std::string_view promise) {
    return promise == "place"     ? "yes (3)"
           : promise == "timeout" ? "yes (4)"
           : promise == "caller"  ? "yes (5)"
                                  : "yes";
  }

  template <class T> using task = cppcoro::task<T>;
  using context = cppcoro::cancellation_token;

  template <class T, class F> static auto child(F f) {
    return [f](context token) { return f(token); };
  }

  static task<void> sleep(context token, ms d) {
    std::stop_source stop;
    safe_async::environment env{here.where, here.when, stop.get_token()};
    detail::sleep nap{detail::deadline_after(d)};
    nap.bind(env);
    cppcoro::cancellation_registration on_cancel(
        token, [&stop] { stop.request_stop(); });
    try {
      co_await nap;
    } catch (const safe_async::operation_cancelled &) {
      throw cppcoro::operation_cancelled();
    }
  }
  static task<void> deaf_sleep(context, ms d) { return sleep(context(), d); }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<cppcoro::operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() {
    throw cppcoro::operation_cancelled();
  }
  static std::suspend_never await_again() { return {}; }
  static task<context> cancellation(context token) { co_return token; }
  static bool cancelled(const context &token) {
    return token.is_cancellation_requested();
  }
  static task<std::thread::id> place(context) {
    co_return std::this_thread::get_id();
  }

  template <class... Args> static auto gather(context token, Args... args) {
    return safe_async::safe_gather(safe_async::cancelled_by(token),
                                   on_our_timer(std::move(args))...);
  }

  template <class R> static bool has_value(R &r) { return !error(r); }
  template <class R> static auto &value(R &r) { return r.result(); }
  template <class R> static std::exception_ptr error(R &r) {
    return ended_with([&] { r.result(); });
  }

  template <class F> static std::exception_ptr run(F f) {
    return on_loop([&] { cppcoro::sync_wait(started(f, context())); });
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    cppcoro::cancellation_source source;
    canceller at(when, [&] { source.request_cancellation(); });
    return on_loop([&] { cppcoro::sync_wait(started(f, source.token())); });
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int) {
    many_threads threads;
    return on_loop([&] {
      here.where = &threads;
      cppcoro::sync_wait(started(f, context()));
    });
  }

private:
  template <class Arg> static Arg on_our_timer(Arg arg) { return arg; }
  template <class D> static auto on_our_timer(detail::timeout_option<D> o) {
    return safe_async::timeout(*here.when, o.duration);
  }
  template <class P> static auto on_our_timer(detail::timeout_at_option<P> o) {
    return safe_async::timeout_at(*here.when, o.at);
  }

  template <class F> static task<void> started(F &f, context token) {
    co_await hop();
    co_await f(token);
  }
  template <class F> static std::exception_ptr on_loop(F f) {
    detail::run_loop loop;
    here = {&loop, &loop};
    std::thread ticking([&] { loop.run(); });
    auto error = ended_with(f);
    loop.finish();
    ticking.join();
    return error;
  }
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
