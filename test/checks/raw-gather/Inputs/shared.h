// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A header with a finding, reached from three files.

#ifndef SHARED_H
#define SHARED_H

#include "boost_asio.h"

boost::asio::awaitable<void> one();
boost::asio::awaitable<void> two();

inline boost::asio::awaitable<void> both() {
  using namespace boost::asio::experimental::awaitable_operators;
  co_await (one() && two());
}

#endif // SHARED_H
