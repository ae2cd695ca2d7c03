// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one file of the project in which the command lines of the docs are run.

#include "boost_asio.h"

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<int> fetch_user(int id);
asio::awaitable<int> fetch_feed(int id);

asio::awaitable<int> load_page(int id) {
  auto [user, feed] = co_await (fetch_user(id) && fetch_feed(id));
  co_return user + feed;
}
