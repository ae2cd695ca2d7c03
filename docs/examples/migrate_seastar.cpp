// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From coroutine::all, when_all_succeed and with_timeout of Seastar to
// safe_gather. The step that no tool can do: a child becomes a function of an
// abort_source&, so that it can be cancelled.
#include <safe_async/seastar.hpp>

#include <seastar/core/app-template.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/all.hh>

#include <iostream>
#include <stdexcept>

using namespace std::chrono_literals;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;
using seastar::abort_source, seastar::future;

future<int> number() { co_return 1; }
future<> broken() {
  co_await seastar::sleep(1ms);
  throw std::runtime_error("broken");
}
future<> forever(abort_source &source) {
  try {
    co_await seastar::sleep_abortable(60s, source);
  } catch (const seastar::sleep_aborted &) {
    std::cout << "stopped\n";
    throw;
  }
}

future<> program() {
  // coroutine::all(f, g): functions without an abort source are joined. The
  // same values.
  auto [a1, b1] = co_await seastar::coroutine::all(number, number);
  auto [a2, b2] = co_await safe_gather(number, number);
  std::cout << (a1 == a2 && b1 == b2) << '\n';

  // when_all_succeed(f(), g()) lets g run on when f fails. A function of an
  // abort source is stopped, and waited for.
  try {
    co_await safe_gather(forever, broken);
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }

  // when_all: results one by one, and nobody has to look at them.
  auto [good, bad] = co_await safe_gather(return_exceptions, number, broken);
  std::cout << *good << ' ' << bad.has_value() << '\n';

  // with_timeout(t, f()) leaves f running. Here it is stopped and joined.
  try {
    co_await safe_gather(timeout(5ms), forever);
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }

  // Without coroutines.
  co_await safe_gather(number, number).start().then([](auto both) {
    std::cout << std::get<0>(both) + std::get<1>(both) << '\n';
  });
}

int main(int argc, char **argv) {
  return seastar::app_template().run(argc, argv, program);
}
