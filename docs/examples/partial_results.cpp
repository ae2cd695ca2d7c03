// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pattern: partial results are fine. Every child runs to its end, and each
// result says for itself whether it is a value or a failure.
#include <safe_async/boost_asio.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>
#include <stdexcept>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;

asio::awaitable<int> process(int item) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  timer.expires_after(item == 3 ? 60s : 2ms); // item 3 hangs
  co_await timer.async_wait(asio::use_awaitable);
  if (item == 2)
    throw std::runtime_error("item 2 is damaged");
  co_return item * 10;
}

std::vector<asio::awaitable<int>> batch(int first, int last) {
  std::vector<asio::awaitable<int>> all;
  for (int item = first; item <= last; ++item)
    all.push_back(process(item));
  return all;
}

void report(const std::vector<safe_async::outcome<int>> &results) {
  for (const auto &result : results) {
    try {
      int value = result.value(); // rethrows the child's failure
      std::cout << "processed: " << value << '\n';
    } catch (const safe_async::timeout_error &) {
      std::cout << "cut off by the deadline\n";
    } catch (const std::exception &error) {
      std::cout << "failed: " << error.what() << '\n';
    }
  }
}

asio::awaitable<void> program() {
  std::cout << "batch 1\n";
  report(co_await safe_gather(return_exceptions, batch(1, 2)));

  // With a timeout: what is finished is kept.
  std::cout << "batch 2\n";
  report(co_await safe_gather(return_exceptions, timeout(200ms), batch(1, 4)));
}

int main() {
  asio::io_context context;
  asio::co_spawn(context, program(), [](std::exception_ptr error) {
    if (error)
      std::rethrow_exception(error);
  });
  context.run();
}
