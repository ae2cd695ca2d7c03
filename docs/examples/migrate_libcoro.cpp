// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From coro::when_all to safe_gather. The step that no tool can do: a child
// becomes a function of a stop token, so that it can be cancelled.
#include <safe_async/libcoro.hpp>

#include <coro/sync_wait.hpp>

#include <iostream>
#include <stdexcept>
#include <string>

using safe_async::cancelled_by, safe_async::return_exceptions,
    safe_async::safe_gather;

coro::task<int> number(std::stop_token = {}) { co_return 1; }
coro::task<std::string> word(std::stop_token = {}) { co_return "one"; }
coro::task<void> broken(std::stop_token = {}) {
  throw std::runtime_error("broken");
  co_return;
}

coro::task<void> program(std::stop_token token) {
  // when_all captures: ask each result for return_value(). The same type.
  auto [n1, w1] = co_await coro::when_all(number(), word());
  auto [n2, w2] = co_await safe_gather(return_exceptions, number(), word());
  std::cout << (n1.return_value() == n2.return_value() &&
                w1.return_value() == w2.return_value())
            << '\n';

  // when_all loses this failure, because nobody asks. safe_gather throws it.
  co_await coro::when_all(broken(), number());
  try {
    co_await safe_gather(broken(), number());
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }

  // Functions hear of it when another child fails or the caller is cancelled.
  auto [n3, w3] = co_await safe_gather(
      cancelled_by(token), [](std::stop_token t) { return number(t); },
      [](std::stop_token t) { return word(t); });
  std::cout << n3 << ' ' << w3 << '\n';
}

int main() { coro::sync_wait(program(std::stop_token())); }
