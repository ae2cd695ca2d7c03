// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A team's own wrapper and header are written by the fix, whatever the library.
//
// RUN: %check_async %s async-raw-gather %t --with=Inputs/wrapper.h -- "--config={CheckOptions: {SafeGather: 'team::all', SafeGatherHeader: '\"wrapper.h\"', ReturnExceptions: 'team::capture'}}"

#include "boost_asio.h"
// CHECK-FIXES: #include "wrapper.h"

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();

asio::awaitable<void> bad() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather '&&' of Boost.Asio: {{.*}}; use 'team::all', {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await team::all(one(), one());
}

asio::awaitable<void> shutdown() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather '&&' of Boost.Asio: {{.*}}; use 'team::all' with 'team::capture', {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await team::all(team::capture, one(), one());
}
