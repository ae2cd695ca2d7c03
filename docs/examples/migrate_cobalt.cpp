// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From join, gather and race of Boost.Cobalt to safe_gather, one after the
// other.
#include <safe_async/cobalt.hpp>

#include <boost/asio/steady_timer.hpp>
#include <boost/cobalt/gather.hpp>
#include <boost/cobalt/join.hpp>
#include <boost/cobalt/race.hpp>
#include <boost/cobalt/run.hpp>
#include <boost/cobalt/this_coro.hpp>

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;

cobalt::task<void> pause(std::chrono::milliseconds d) {
  asio::steady_timer timer(co_await cobalt::this_coro::executor, d);
  co_await timer.async_wait(cobalt::use_op);
}
cobalt::task<int> number() {
  co_await pause(1ms);
  co_return 1;
}
cobalt::task<std::string> word() { co_return "one"; }
cobalt::task<void> broken() {
  co_await pause(1ms);
  throw std::runtime_error("broken");
}
/// Takes a moment to stop.
cobalt::task<void> forever() {
  std::exception_ptr stopped;
  try {
    co_await pause(60s);
  } catch (const boost::system::system_error &) {
    stopped = std::current_exception();
  }
  co_await cobalt::this_coro::reset_cancellation_state();
  co_await pause(5ms);
  std::cout << "stopped\n";
  std::rethrow_exception(stopped);
}

cobalt::task<void> program() {
  // join(a, b): the same values, and a failure stops the others in both.
  auto [n1, w1] = co_await cobalt::join(number(), word());
  auto [n2, w2] = co_await safe_gather(number(), word());
  std::cout << (n1 == n2 && w1 == w2) << '\n';

  // gather(a, b) captures: that is return_exceptions. The same results.
  auto [n3, e3] = co_await cobalt::gather(number(), broken());
  auto [n4, e4] = co_await safe_gather(return_exceptions, number(), broken());
  std::cout << (n3.value() == n4.value() && e3.has_error() && e4.has_error())
            << '\n';

  // race(join(...), timer): who won is a number, and the loser is interrupted,
  // not waited for. A deadline stops, waits and says what happened.
  try {
    co_await safe_gather(timeout(20ms), forever(), number());
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }

  // So does a failure.
  try {
    co_await safe_gather(forever(), broken());
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }
}

int main() { cobalt::run(program()); }
