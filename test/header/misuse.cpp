// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does misuse fail to compile, and does the compiler say why in a sentence?
// One case per sentence; each must be refused, and case 0 accepted.
//
// DEFINE: %{compile} = %cxx -std=c++20 -fsyntax-only -I%include %s
// RUN: %{compile} -Wall -Wextra -Werror -DCASE=0
// RUN: not %{compile} -DCASE=1 2>&1 | FileCheck %s --check-prefix=LATE
// RUN: not %{compile} -DCASE=2 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not %{compile} -DCASE=3 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not %{compile} -DCASE=4 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not %{compile} -DCASE=5 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not %{compile} -DCASE=6 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not %{compile} -DCASE=7 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not %{compile} -DCASE=8 2>&1 | FileCheck %s --check-prefix=NEST
// RUN: not %{compile} -DCASE=9 2>&1 | FileCheck %s --check-prefix=UNIT
// RUN: not %{compile} -DCASE=10 2>&1 | FileCheck %s --check-prefix=TWICE
// RUN: not %{compile} -DCASE=11 2>&1 | FileCheck %s --check-prefix=SHIELD
// RUN: not %{compile} -DCASE=12 2>&1 | FileCheck %s --check-prefix=NOEXCEPT
// RUN: not %{compile} -DCASE=13 2>&1 | FileCheck %s --check-prefix=UNHEARD
// RUN: not %{compile} -DCASE=14 2>&1 | FileCheck %s --check-prefix=VIEW
// RUN: not %{compile} -DCASE=15 2>&1 | FileCheck %s --check-prefix=TIMER
// RUN: not %{compile} -Werror -DCASE=16 2>&1 | FileCheck %s --check-prefix=DROPPED
// RUN: not %{compile} -DCASE=17 2>&1 | FileCheck %s --check-prefix=REPEATED
// RUN: not %{compile} -DCASE=18 2>&1 | FileCheck %s --check-prefix=OWN
#include <safe_async/task.hpp>

#include <future>
#include <span>
#include <vector>

using namespace std::chrono_literals;
using namespace safe_async;

task<int> work() { co_return 1; }

/// An awaitable of a library whose adapter is not included.
struct foreign {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

task<void> cases([[maybe_unused]] std::vector<task<int>> &all) {
#if CASE == 0
  co_await safe_gather(timeout(1s), return_exceptions, work(), work());
#elif CASE == 1
  // LATE: safe_gather: options come before the children
  co_await safe_gather(work(), timeout(1s));
#elif CASE == 2
  // NONE: safe_gather: there are no children to wait for
  co_await safe_gather();
#elif CASE == 3
  co_await safe_gather(timeout(1s));
#elif CASE == 4
  // UNKNOWN: safe_gather: no adapter knows this type of child
  co_await safe_gather(work(), foreign());
#elif CASE == 5
  co_await safe_gather(work(), 42);
#elif CASE == 6
  co_await safe_gather([](std::stop_token) { return foreign(); });
#elif CASE == 7
  co_await safe_gather([](std::stop_token) { return std::future<int>(); });
#elif CASE == 8
  // NEST: safe_gather: give either children or one range of children
  co_await safe_gather(std::move(all), work());
#elif CASE == 9
  // UNIT: safe_gather: a timeout needs a unit
  co_await safe_gather(timeout(30), work());
#elif CASE == 10
  // TWICE: safe_gather: give one timeout or timeout_at, not several
  co_await safe_gather(timeout(1s), timeout(2s), work());
#elif CASE == 11
  // SHIELD: safe_gather: shielded holds back the caller's cancellation
  co_await safe_gather(shielded, work());
#elif CASE == 12
  // NOEXCEPT: safe_gather: on_suppressed(f) needs a noexcept function
  co_await safe_gather(on_suppressed([](std::exception_ptr) {}), work());
#elif CASE == 13
  // UNHEARD: safe_gather: with return_exceptions every failure is returned
  co_await safe_gather(on_suppressed([](std::exception_ptr) noexcept {}),
                       return_exceptions, work());
#elif CASE == 14
  // VIEW: safe_gather: a view does not own its elements
  co_await safe_gather(std::span(all));
#elif CASE == 15
  // TIMER: safe_gather: the std core's timer is a safe_async::timer
  co_await safe_gather(timeout(all, 1s), work());
  co_await safe_gather(timeout_at(all, std::chrono::system_clock::now()),
                       work());
#elif CASE == 16
  // DROPPED: a {{gather|task}} runs only when it is awaited
  safe_gather(work(), work());
#elif CASE == 17
  // REPEATED-DAG: safe_gather: return_exceptions is given twice
  co_await safe_gather(return_exceptions, return_exceptions, work());
  // REPEATED-DAG: safe_gather: concurrency is given twice
  co_await safe_gather(concurrency(1), concurrency(2), work());
  // REPEATED-DAG: safe_gather: shielded is given twice
  co_await safe_gather(shielded, shielded, timeout(1s), work());
  // REPEATED-DAG: safe_gather: on_suppressed is given twice
  auto tell = [](std::exception_ptr) noexcept {};
  co_await safe_gather(on_suppressed(tell), on_suppressed(tell), work());
  // REPEATED-DAG: safe_gather: give one cancelled_by, not several
  std::stop_token token;
  co_await safe_gather(cancelled_by(token), cancelled_by(token), work());
#elif CASE == 18
  // OWN: safe_gather: this library cancels its coroutines by itself
  std::stop_token token;
  co_await safe_gather(cancelled_by(token), work());
#endif
  co_return;
}
