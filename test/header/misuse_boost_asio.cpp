// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// As misuse.cpp, for what only shows with a second library.
//
// REQUIRES: boost-asio
// DEFINE: %{compile} = %cxx -std=c++20 -fsyntax-only -I%include %s
// RUN: %{compile} -Wall -Wextra -Werror -DCASE=0
// RUN: not %{compile} -DCASE=1 2>&1 | FileCheck %s --check-prefix=MIXED
// RUN: not %{compile} -DCASE=2 2>&1 | FileCheck %s --check-prefix=EXECUTORS
// RUN: not %{compile} -DCASE=3 2>&1 | FileCheck %s --check-prefix=TIMER
// RUN: not %{compile} -DCASE=4 2>&1 | FileCheck %s --check-prefix=UNKNOWN
#if CASE != 4
#include <safe_async/boost_asio.hpp>
#endif
#include <safe_async/task.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using namespace safe_async;

asio::awaitable<void> work();
asio::awaitable<void, asio::io_context::executor_type> elsewhere();
task<void> other();

asio::awaitable<void> cases() {
#if CASE == 0
  co_await safe_gather(timeout(1s), return_exceptions, work(), work());
#elif CASE == 1
  // MIXED: safe_gather: these children belong to different libraries
  co_await safe_gather(work(), other());
#elif CASE == 2
  // EXECUTORS: safe_gather: these awaitables have different executor types
  co_await safe_gather(work(), elsewhere());
#elif CASE == 3
  // TIMER: safe_gather: Asio's timers are steady_timer
  int timer = 0;
  co_await safe_gather(timeout(timer, 1s), work());
#elif CASE == 4
  // UNKNOWN: safe_gather: no adapter knows this type of child
  co_await safe_gather(work(), work());
#endif
}
