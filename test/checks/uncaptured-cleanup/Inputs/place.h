// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "boost_asio.h"
namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
asio::awaitable<void> finish();
inline asio::awaitable<void> shutdown_header() {
  co_await (finish() && finish());
}
