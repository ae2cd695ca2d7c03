// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on folly::coro. With threads > 1 the caller runs on a
// CPUThreadPoolExecutor; otherwise on the executor of blockingWait.
//
// REQUIRES: folly
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %folly_args -I%include %s -o %t %folly_libs
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/folly.hpp>

#include <folly/Singleton.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Sleep.h>
#include <folly/executors/CPUThreadPoolExecutor.h>

#undef CHECK // glog's
#include "suite.h"

#include <thread>

namespace {

namespace coro = folly::coro;
using conformance::canceller, conformance::moment, conformance::ms;

struct traits {
  static constexpr auto name = "folly::coro";
  static const char *note(std::string_view) { return "yes"; }

  template <class T> using task = coro::Task<T>;
  struct context {};

  template <class T, class F> static auto child(F f) { return f(context{}); }

  static task<void> sleep(context, ms d) { return coro::sleep(d); }
  static task<void> deaf_sleep(context, ms d) {
    return coro::co_withCancellation(folly::CancellationToken(),
                                     coro::sleep(d));
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<folly::OperationCancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() {
    throw folly::OperationCancelled();
  }
  static coro::Task<void> await_again() { co_return; }
  static auto cancellation(context) {
    return coro::co_current_cancellation_token;
  }
  static bool cancelled(const folly::CancellationToken &token) {
    return token.isCancellationRequested();
  }
  static task<folly::Executor *> place(context) {
    co_return (co_await coro::co_current_executor);
  }
  template <class... Args> static auto gather(context, Args... args) {
    return safe_async::safe_gather(std::move(args)...);
  }

  template <class R> static bool has_value(const R &r) { return r.hasValue(); }
  template <class R> static auto &value(R &r) { return r.value(); }
  template <class R> static std::exception_ptr error(const R &r) {
    return r.exception().to_exception_ptr();
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with([&] { coro::blockingWait(f(context{})); });
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    folly::CancellationSource source;
    canceller at(when, [&] { source.requestCancellation(); });
    return ended_with([&] {
      coro::blockingWait(
          coro::co_withCancellation(source.getToken(), f(context{})));
    });
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    folly::CPUThreadPoolExecutor pool(n);
    return ended_with([&] {
      coro::blockingWait(coro::co_withExecutor(&pool, f(context{})));
    });
  }

private:
  template <class F> static std::exception_ptr ended_with(F f) {
    try {
      f();
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  }
};

} // namespace

int main() {
  folly::SingletonVault::singleton()->registrationComplete();
  return conformance::run_suite<traits>();
}
