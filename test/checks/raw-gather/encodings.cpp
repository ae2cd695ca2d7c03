// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A byte order mark, UTF-8 text and bytes that are no UTF-8 survive an edit.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> hol(const char *);

asio::awaitable<void> bad_utf8() {
  co_await (hol("grüße") && hol("数")); // größer
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(hol("grüße"), hol("数")); // größer
}

asio::awaitable<void> bad_beside_latin1() {
  co_await (hol("a") && hol("b")); // f�r � 3
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(hol("a"), hol("b")); // {{.*}}
}
