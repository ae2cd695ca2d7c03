// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From collectAll, collectAllWindowed, collectAllTry and timeout of folly::coro
// to safe_gather, one after the other.
#include <safe_async/folly.hpp>

#include <folly/Singleton.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Timeout.h>

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace coro = folly::coro;
using namespace std::chrono_literals;
using safe_async::concurrency, safe_async::return_exceptions,
    safe_async::safe_gather, safe_async::timeout;

coro::Task<int> number() {
  co_await coro::sleep(1ms);
  co_return 1;
}
coro::Task<std::string> word() { co_return "one"; }
coro::Task<int> forever() {
  co_await coro::sleep(60s);
  co_return 0;
}
coro::Task<int> broken() {
  co_await coro::sleep(1ms);
  throw std::runtime_error("broken");
}
std::vector<coro::Task<int>> numbers(int n) {
  std::vector<coro::Task<int>> all;
  for (int i = 0; i < n; ++i)
    all.push_back(number());
  return all;
}

coro::Task<void> program() {
  // collectAll(a, b): the same values, and a failure stops the others in both.
  auto [n1, w1] = co_await coro::collectAll(number(), word());
  auto [n2, w2] = co_await safe_gather(number(), word());
  std::cout << (n1 == n2 && w1 == w2) << '\n';

  // collectAllWindowed(range, 2): the window is an option.
  auto few1 = co_await coro::collectAllWindowed(numbers(5), 2);
  auto few2 = co_await safe_gather(concurrency(2), numbers(5));
  std::cout << (few1 == few2) << '\n';

  // timeout(collectAllTry(a, b), d): at the deadline everything is lost, also
  // what was finished.
  try {
    co_await coro::timeout(coro::collectAllTry(word(), forever()), 50ms);
  } catch (const folly::FutureTimeout &) {
    std::cout << "nothing left\n";
  }

  // As an option, the deadline cuts off only those that were not ready.
  auto [ready, cut] =
      co_await safe_gather(return_exceptions, timeout(50ms), word(), forever());
  std::cout << ready.value() << ' '
            << cut.hasException<safe_async::timeout_error>() << '\n';

  // Without return_exceptions the deadline is an exception of its own; a
  // failure that comes first is itself.
  try {
    co_await safe_gather(timeout(60s), forever(), broken());
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }
  try {
    co_await safe_gather(timeout(5ms), forever(), number());
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }
}

int main() {
  folly::SingletonVault::singleton()->registrationComplete();
  coro::blockingWait(program());
}
