// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The file that is opened in editors: two raw gathers, one of them in cleanup.

#include "boost_asio.h"

#include <string>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<std::string> channel_of(int id);
asio::awaitable<std::string> row_of(int id);
asio::awaitable<void> close_channel();
asio::awaitable<void> close_front_row();
void show(std::string, std::string);

asio::awaitable<void> start(int id) {
  auto [channel, row] = co_await (channel_of(id) &&
                                  row_of(id));
  show(channel, row);
}

asio::awaitable<void> shutdown() {
  co_await (close_channel() && close_front_row());
}
