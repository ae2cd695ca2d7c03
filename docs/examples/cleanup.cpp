// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pattern: cleanup and shutdown. Three options together: return_exceptions,
// because one service that fails to stop must not keep the others from it; a
// timeout, because shutdown must not hang; shielded, because cleanup usually
// runs because somebody was cancelled, and must not be cancelled itself.
#include <safe_async/boost_asio.hpp>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>
#include <stdexcept>
#include <string>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using namespace safe_async;

asio::awaitable<void> pause(std::chrono::milliseconds d) {
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> close_database() {
  co_await pause(5ms);
  std::cout << "database closed\n";
}
asio::awaitable<void> close_cache() {
  co_await pause(1ms);
  throw std::runtime_error("the cache was gone already");
}
asio::awaitable<void> close_peer() { co_await pause(60s); } // never answers

asio::awaitable<void> server() {
  std::exception_ptr why; // co_await is not allowed inside catch
  try {
    co_await pause(60s); // serves, until it is cancelled
  } catch (...) {
    why = std::current_exception();
  }
  // A cancelled Asio coroutine throws at every co_await, until told not to.
  co_await asio::this_coro::throw_if_cancelled(false);
  auto [database, cache, peer] =
      co_await safe_gather(shielded, return_exceptions, timeout(200ms),
                           close_database(), close_cache(), close_peer());
  std::cout << "database " << bool(database) << ", cache " << bool(cache)
            << ", peer " << bool(peer) << '\n';
  if (why)
    std::rethrow_exception(why);
}

int main() {
  asio::io_context context;
  asio::cancellation_signal stop;
  asio::steady_timer soon(context, 5ms);
  soon.async_wait([&](auto) { stop.emit(asio::cancellation_type::terminal); });
  asio::co_spawn(
      context, server(),
      asio::bind_cancellation_slot(stop.slot(), [](std::exception_ptr error) {
        std::cout << (error ? "cancelled\n" : "ended\n");
      }));
  context.run();
}
