// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on async_simple, on its SimpleExecutor with one thread
// or, for the cases with threads, several. Its timers are threads.
//
// REQUIRES: async_simple
// RUN: %cxx -std=c++20 -pthread -w %async_simple_args -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/async_simple.hpp>

#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>

#include "suite.h"

#include <map>
#include <memory>
#include <thread>

namespace {

namespace lib = async_simple;
using conformance::canceller, conformance::moment, conformance::ms;

/// Never destroyed: its timers are detached threads, which notify its queue
/// still while the coroutine that they resumed goes on.
lib::Executor &executor_of(int threads) {
  static auto &all =
      *new std::map<int, std::unique_ptr<lib::executors::SimpleExecutor>>;
  auto &one = all[threads];
  if (!one)
    one = std::make_unique<lib::executors::SimpleExecutor>(threads);
  return *one;
}

struct traits {
  static constexpr auto name = "async_simple";
  static const char *note(std::string_view promise) {
    return promise == "timeout" ? "yes (6)" : "yes";
  }
  template <class R> static bool has_value(R &r) { return !r.hasError(); }
  template <class R> static auto &value(R &r) { return r.value(); }
  template <class R> static std::exception_ptr error(R &r) {
    return r.getException();
  }

  template <class T> using task = lib::coro::Lazy<T>;
  struct context {};

  template <class T, class F> static auto child(F f) { return f(context{}); }

  static task<void> sleep(context, ms d) { co_await lib::coro::sleep(d); }
  /// With a slot nobody calls: the default timer ends at once without a slot.
  static task<void> deaf_sleep(context, ms d) {
    auto *executor = co_await lib::CurrentExecutor{};
    auto nobody = lib::Signal::create();
    lib::Slot slot(nobody.get());
    co_await executor->after(
        d, static_cast<std::uint64_t>(lib::Executor::Priority::DEFAULT), &slot);
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<lib::SignalException>(error);
  }
  [[noreturn]] static void throw_cancellation() {
    throw lib::SignalException(lib::SignalType::Terminate);
  }
  static std::suspend_never await_again() { return {}; }
  static task<bool> cancellation(context) {
    lib::Slot *slot = co_await lib::coro::CurrentSlot{};
    co_return slot && slot->canceled();
  }
  static bool cancelled(bool yes) { return yes; }
  static auto place(context) { return lib::CurrentExecutor{}; }
  template <class... Args> static auto gather(context, Args... args) {
    return safe_async::safe_gather(std::move(args)...);
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with(f(context{}).via(&executor_of(1)));
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    auto signal = lib::Signal::create();
    canceller at(when, [&] { signal->emits(lib::SignalType::Terminate); });
    return ended_with(
        f(context{}).setLazyLocal(signal.get()).via(&executor_of(1)));
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    return ended_with(f(context{}).via(&executor_of(n)));
  }

private:
  template <class Lazy> static std::exception_ptr ended_with(Lazy lazy) {
    try {
      lib::coro::syncAwait(std::move(lazy));
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace

int main() { return conformance::run_suite<traits>(); }
