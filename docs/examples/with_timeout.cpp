// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pattern: with a timeout. At the deadline the children are cancelled, and the
// call ends when they have ended: nothing is left running behind it.
#include <safe_async/boost_asio.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using safe_async::safe_gather, safe_async::timeout;

int running = 0;

asio::awaitable<int> download(std::chrono::milliseconds d) {
  struct count {
    count() { ++running; }
    ~count() { --running; }
  } counted;
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
  co_return 1;
}

asio::awaitable<void> program() {
  std::vector<asio::awaitable<int>> quick;
  for (int i = 0; i < 10; ++i)
    quick.push_back(download(2ms));
  auto files = co_await safe_gather(timeout(30s), safe_async::concurrency(4),
                                    std::move(quick));
  std::cout << files.size() << " files, four at a time\n";

  try {
    co_await safe_gather(timeout(20ms), download(1ms), download(60s));
  } catch (const safe_async::timeout_error &) {
    std::cout << "too slow; still running: " << running << '\n';
  }
}

int main() {
  asio::io_context context;
  asio::co_spawn(context, program(), [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  context.run();
}
