// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In a macro body a gather is found and left alone; an argument is edited.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();
asio::awaitable<void> two();
void trace(const char *);

#define BOTH(A, B) ((A) && (B))
#define RUN_BOTH() co_await (one() && two())
#define TRACED(EXPRESSION) (trace(#EXPRESSION), EXPRESSION)
#define WAIT co_await
#define ONE one()

asio::awaitable<void> bad_body() {
  RUN_BOTH(); // unfixed: the text is used elsewhere too
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

asio::awaitable<void> bad_operator_in_the_body() {
  co_await BOTH(one(), two()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

asio::awaitable<void> bad_argument() {
  co_await TRACED(one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await TRACED(safe_async::safe_gather(one(), two()));
}

#define SAME(EXPRESSION) EXPRESSION

asio::awaitable<void> bad_plain_argument() {
  SAME(co_await (one() && two()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: SAME(co_await safe_async::safe_gather(one(), two()));
}

asio::awaitable<void> bad_macro_before() {
  WAIT(one() && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: WAIT safe_async::safe_gather(one(), two());
}

asio::awaitable<void> bad_macro_operand() {
  co_await (ONE && two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(ONE, two());
}
