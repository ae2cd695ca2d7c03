// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comments and the user's own spelling survive an edit.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<int> fetch(int id, int = 0);

asio::awaitable<void> bad_inside() {
  co_await (fetch(1) /* the first */ && /* and */ fetch(2) /* the second */);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(fetch(1), /* the first */ /* and */ fetch(2) /* the second */);
}

asio::awaitable<void> bad_around() {
  /* before */ co_await /* wait */ (fetch(1) && fetch(2)) /* after */; // end
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: /* before */ co_await /* wait */ safe_async::safe_gather(fetch(1), fetch(2)) /* after */; // end
}

asio::awaitable<void> bad_line_comments() {
  co_await (fetch(1) // the first, && not the last
            && fetch(2)); // the last
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(fetch(1), // the first, && not the last
  // CHECK-FIXES: fetch(2)); // the last
}

asio::awaitable<void> bad_own_spelling() {
  co_await (fetch( 0x1F , 'a' )&&fetch(010));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(fetch( 0x1F , 'a' ), fetch(010));
}
