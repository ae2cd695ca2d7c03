// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "boost_asio.h"
namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
asio::awaitable<void> fetch_row();
inline asio::awaitable<void> bad_header() {
  co_await (fetch_row() && fetch_row());
}
