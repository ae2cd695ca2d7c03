// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on Boost.Cobalt. Cobalt runs everything of one context
// on one thread, so the threads column says what it says about itself.
//
// REQUIRES: cobalt
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %cobalt_args -I%include %s -o %t %cobalt_libs
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/cobalt.hpp>

#include "suite.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/cobalt/op.hpp>
#include <boost/cobalt/spawn.hpp>
#include <boost/cobalt/this_coro.hpp>
#include <boost/cobalt/this_thread.hpp>

#include <functional>
#include <optional>

namespace {

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using boost::system::error_code;
using boost::system::system_error;
using conformance::moment, conformance::ms;

struct traits {
  static constexpr auto name = "Boost.Cobalt";
  static const char *note(std::string_view promise) {
    return promise == "threads"    ? "one (7)"
           : promise == "shielded" ? "yes (7)"
                                   : "yes";
  }

  template <class T> using task = cobalt::task<T>;
  struct context {};

  template <class T, class F> static auto child(F f) { return f(context{}); }

  static task<void> sleep(context, ms d) {
    asio::steady_timer timer(co_await cobalt::this_coro::executor, d);
    co_await timer.async_wait(cobalt::use_op);
  }
  static task<void> deaf_sleep(context, ms d) {
    co_await cobalt::this_coro::reset_cancellation_state(
        asio::disable_cancellation());
    asio::steady_timer timer(co_await cobalt::this_coro::executor, d);
    co_await timer.async_wait(cobalt::use_op);
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    try {
      std::rethrow_exception(error);
    } catch (const system_error &e) {
      return e.code() == asio::error::operation_aborted;
    } catch (...) {
      return false;
    }
  }
  [[noreturn]] static void throw_cancellation() {
    throw system_error(asio::error::operation_aborted);
  }
  static auto await_again() {
    return cobalt::this_coro::throw_if_cancelled(false);
  }
  static auto cancellation(context) { return cobalt::this_coro::cancelled; }
  static bool cancelled(asio::cancellation_type type) {
    return type != asio::cancellation_type::none;
  }
  static auto place(context) { return cobalt::this_coro::executor; }

  template <class... Args> static auto gather(context, Args... args) {
    return safe_async::safe_gather(std::move(args)...);
  }

  template <class R> static bool has_value(const R &r) { return r.has_value(); }
  template <class R> static auto &value(R &r) { return *r; }
  template <class R> static std::exception_ptr error(const R &r) {
    return r.error();
  }

  template <class F> static std::exception_ptr run(F f) {
    return run_on_loop(f, std::nullopt);
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    return run_on_loop(f, when);
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int) {
    return run(f);
  }

private:
  template <class F>
  static std::exception_ptr run_on_loop(F &f, std::optional<moment> when) {
    asio::io_context loop(1);
    cobalt::this_thread::set_executor(loop.get_executor());
    asio::cancellation_signal signal;
    asio::steady_timer timer(loop);
    std::exception_ptr ended_with;
    bool ended = false;
    std::function<void()> look = [&] {
      timer.expires_after(ms(1));
      timer.async_wait([&](error_code) {
        if (ended)
          return;
        if (!when->has_come())
          return look();
        when->cancel_by(
            [&] { signal.emit(asio::cancellation_type::terminal); });
      });
    };
    if (when)
      look();
    cobalt::spawn(
        loop.get_executor(), f(context{}),
        asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr e) {
          ended_with = e;
          ended = true;
          timer.cancel();
        }));
    loop.run();
    CHECK(ended);
    return ended_with;
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
