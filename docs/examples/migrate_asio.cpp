// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From the raw calls of Asio to safe_gather, one after the other.
#include <safe_async/boost_asio.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>
#include <stdexcept>
#include <string>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;
using safe_async::safe_gather, safe_async::timeout;

asio::awaitable<void> pause(std::chrono::milliseconds d) {
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
}
asio::awaitable<int> number() {
  co_await pause(1ms);
  co_return 1;
}
asio::awaitable<std::string> word() {
  co_await pause(2ms);
  co_return "one";
}
asio::awaitable<void> fail(std::string why, std::chrono::milliseconds d) {
  co_await pause(d);
  throw std::runtime_error(why);
}
asio::awaitable<void> fail_late(std::string why) {
  try {
    co_await pause(60s);
  } catch (const boost::system::system_error &) {
  }
  throw std::runtime_error(why); // an error while it is being cancelled
}

template <class F> asio::awaitable<void> attempt(const char *what, F call) {
  try {
    co_await call();
  } catch (const std::exception &error) {
    std::cout << what << ": " << error.what() << '\n';
  }
}

asio::awaitable<void> program() {
  // a && b: the same values ...
  auto [n1, w1] = co_await (number() && word());
  auto [n2, w2] = co_await safe_gather(number(), word());
  std::cout << (n1 == n2 && w1 == w2) << '\n';

  // ... but && hides the first failure, if two failed.
  co_await attempt("&&",
                   [] { return fail_late("late") && fail("first", 1ms); });
  co_await attempt("safe_gather", [] {
    return safe_gather(fail_late("late"), fail("first", 1ms));
  });

  // a && b with a racing timer: a variant, and a failure does not end it.
  auto raced = co_await ((number() && word()) || pause(1s));
  std::cout << "raced: " << raced.index() << '\n';
  co_await safe_gather(timeout(1s), number(), word());

  // make_parallel_group: exceptions side by side with default values.
  auto ex = co_await asio::this_coro::executor;
  auto [order, e1, n3, e2] =
      co_await asio::experimental::make_parallel_group(
          asio::co_spawn(ex, number(), asio::deferred),
          asio::co_spawn(ex, fail("broken", 1ms), asio::deferred))
          .async_wait(asio::experimental::wait_for_all(), asio::deferred);
  auto [r1, r2] = co_await safe_gather(safe_async::return_exceptions, number(),
                                       fail("broken", 1ms));
  std::cout << (n3 == *r1) << (e2 && r2.error()) << '\n';
}

int main() {
  asio::io_context context;
  asio::co_spawn(context, program(), [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  context.run();
}
