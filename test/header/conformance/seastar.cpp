// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on Seastar. One reactor, on one shard, runs everything:
// the whole suite is one seastar::thread in it, and each case waits there.
//
// REQUIRES: seastar
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %seastar_args -I%include %s -o %t %seastar_libs
// RUN: %t --smp 1 --memory 256M --overprovisioned > %t.row
// RUN: grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/seastar.hpp>

#include "outcome_results.h"
#include "suite.h"

#include <seastar/core/app-template.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/thread.hh>

namespace {

using conformance::moment, conformance::ms;

struct traits : conformance::outcome_results {
  static constexpr auto name = "Seastar";
  static const char *note(std::string_view promise) {
    return promise == "threads"  ? "one (8)"
           : promise == "caller" ? "yes (5)"
                                 : "yes";
  }

  template <class T> using task = seastar::future<T>;
  using context = seastar::abort_source *;

  template <class T, class F> static auto child(F f) {
    return [f](seastar::abort_source &source) { return f(&source); };
  }

  static task<void> sleep(context source, ms d) {
    return seastar::sleep_abortable<std::chrono::steady_clock>(d, *source);
  }
  static task<void> deaf_sleep(context, ms d) {
    return seastar::sleep<std::chrono::steady_clock>(d);
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return conformance::holds<seastar::abort_requested_exception>(error);
  }
  [[noreturn]] static void throw_cancellation() {
    throw seastar::abort_requested_exception();
  }
  static task<void> await_again() { return seastar::make_ready_future<>(); }
  static task<context> cancellation(context source) {
    return seastar::make_ready_future<context>(source);
  }
  static bool cancelled(context source) { return source->abort_requested(); }
  static task<std::pair<unsigned, seastar::scheduling_group>> place(context) {
    co_return std::pair(seastar::this_shard_id(),
                        seastar::current_scheduling_group());
  }

  template <class... Args> static auto gather(context source, Args... args) {
    return safe_async::safe_gather(safe_async::cancelled_by(*source),
                                   std::move(args)...);
  }

  template <class F> static std::exception_ptr run(F f) {
    seastar::abort_source source;
    return ended_with(f(&source));
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    seastar::abort_source source;
    seastar::timer<> look;
    look.set_callback([&] {
      if (!when.has_come())
        return;
      look.cancel();
      when.cancel_by([&] { source.request_abort(); });
    });
    look.arm_periodic(ms(1));
    return ended_with(f(&source));
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int) {
    return run(f);
  }

private:
  static std::exception_ptr ended_with(task<void> running) {
    running.wait(); // of the seastar::thread
    return running.failed() ? running.get_exception() : nullptr;
  }
};

} // namespace

int main(int argc, char **argv) {
  return seastar::app_template().run(argc, argv, [] {
    return seastar::async([] { return conformance::run_suite<traits>(); });
  });
}
