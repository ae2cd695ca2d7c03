// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pattern: all must succeed. Start-up needs every worker, a page needs every
// piece. The first failure stops the rest and is rethrown.
#include <safe_async/boost_asio.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

asio::awaitable<void> pause(std::chrono::milliseconds d) {
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
}

struct worker {
  std::string name;
  bool broken = false;
  asio::awaitable<void> pre_run() const {
    co_await pause(5ms);
    if (broken)
      throw std::runtime_error(name + " has no disk");
    co_await pause(20ms); // not reached if a sibling fails
    std::cout << name << " is ready\n";
  }
};

asio::awaitable<std::string> fetch_channel(int id) {
  co_await pause(2ms);
  co_return "channel " + std::to_string(id);
}
asio::awaitable<int> count_participants(int) {
  co_await pause(1ms);
  co_return 42;
}

asio::awaitable<void> start(const std::vector<worker> &workers) {
  std::vector<asio::awaitable<void>> starting;
  for (const worker &w : workers)
    starting.push_back(w.pre_run());
  co_await safe_async::safe_gather(std::move(starting));
}

asio::awaitable<void> program() {
  auto [channel, participants] =
      co_await safe_async::safe_gather(fetch_channel(7), count_participants(7));
  std::cout << channel << " has " << participants << " participants\n";

  std::vector<worker> good = {{"anna"}, {"bert"}};
  co_await start(good);

  std::vector<worker> bad = {{"carl"}, {"dora", true}};
  try {
    co_await start(bad);
  } catch (const std::runtime_error &error) {
    std::cout << "not started: " << error.what() << '\n';
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
