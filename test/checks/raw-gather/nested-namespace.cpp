// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where a namespace of the code base hides ours, the fix writes leading colons.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();

namespace app {
namespace safe_async {
asio::awaitable<void> shutdown() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await ::safe_async::safe_gather(::safe_async::return_exceptions, one(), one());
}
} // namespace safe_async
namespace deeper {
asio::awaitable<void> bad() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await ::safe_async::safe_gather(one(), one());
}
} // namespace deeper
} // namespace app

// By a type of a class, also for a member that is defined outside.
struct client {
  enum class safe_async { yes, no };
  asio::awaitable<void> bad_member();
};
asio::awaitable<void> client::bad_member() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await ::safe_async::safe_gather(one(), one());
}

// A namespace beside it hides nothing, nor does a function.
namespace other {
void safe_async();
asio::awaitable<void> bad() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), one());
}
} // namespace other
