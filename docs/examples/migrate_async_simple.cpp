// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From collectAll and collectAny of async_simple to safe_gather.
#include <safe_async/async_simple.hpp>

#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>

#include <iostream>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using async_simple::coro::collectAll, async_simple::coro::Lazy;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;

Lazy<int> number() { co_return 1; }
Lazy<std::string> word() { co_return "one"; }
Lazy<void> broken() {
  throw std::runtime_error("broken");
  co_return;
}
Lazy<void> forever() {
  try {
    co_await async_simple::coro::sleep(60s);
  } catch (const async_simple::SignalException &) {
    std::cout << "stopped\n";
    throw;
  }
}

Lazy<void> program() {
  // collectAll captures: the same type, one Try per child.
  auto [n1, w1] = co_await collectAll(number(), word());
  auto [n2, w2] = co_await safe_gather(return_exceptions, number(), word());
  std::cout << (n1.value() == n2.value() && w1.value() == w2.value()) << '\n';

  // If all must succeed, take the values. A failure stops the others, which
  // collectAll lets run on and collectAll<Terminate> stops after a success.
  auto [n3, w3] = co_await safe_gather(number(), word());
  std::cout << n3 << ' ' << w3 << '\n';
  try {
    co_await safe_gather(forever(), broken());
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }

  // collectAny<Terminate>(work, sleep(d)) does not wait for the work it stops.
  try {
    co_await safe_gather(timeout(5ms), forever());
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }
}

int main() {
  async_simple::executors::SimpleExecutor executor(1);
  async_simple::coro::syncAwait(program(), &executor);
}
