// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From when_all and when_all_ready of cppcoro to safe_gather. The step that no
// tool can do: a child becomes a function of a cancellation_token, so that it
// can be cancelled.
#include <safe_async/cppcoro.hpp>

#include <cppcoro/sync_wait.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>

#include <iostream>
#include <stdexcept>
#include <string>

using cppcoro::cancellation_token, cppcoro::task;
using safe_async::cancelled_by, safe_async::return_exceptions,
    safe_async::safe_gather;

task<int> number() { co_return 1; }
task<std::string> word() { co_return "one"; }
task<> broken() {
  throw std::runtime_error("broken");
  co_return;
}
task<> obedient(cancellation_token token) {
  std::cout << "asked to stop: " << token.is_cancellation_requested() << '\n';
  token.throw_if_cancellation_requested();
  co_return;
}

task<> program(cancellation_token token) {
  // when_all(a, b): the same values.
  auto [n1, w1] = co_await cppcoro::when_all(number(), word());
  auto [n2, w2] = co_await safe_gather(number(), word());
  std::cout << (n1 == n2 && w1 == w2) << '\n';

  // when_all_ready(a, b): the same type; ask each one for result().
  auto [good, bad] =
      co_await safe_gather(return_exceptions, number(), broken());
  std::cout << good.result() << '\n';
  try {
    bad.result();
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }

  // Functions hear of it when another child fails or the caller is cancelled.
  auto inner = [&](cancellation_token t) -> task<> {
    co_await safe_gather(cancelled_by(t), obedient);
  };
  co_await safe_gather(cancelled_by(token), inner);
}

int main() { cppcoro::sync_wait(program(cancellation_token())); }
