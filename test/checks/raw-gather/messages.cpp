// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole text of the findings: what, why by this library's behaviour, and
// what to do.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<int> compute();
asio::awaitable<void> close();

asio::awaitable<void> bad() {
  co_await (compute() && compute());
  // CHECK-NOTES: :[[@LINE-1]]:23: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused; use 'safe_async::safe_gather', which rethrows the first failure and takes a timeout [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(compute(), compute());
}

asio::awaitable<void> shutdown() {
  co_await (close() && close());
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused; use 'safe_async::safe_gather' with 'safe_async::return_exceptions', which captures every failure and takes a timeout [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, close(), close());
}

asio::awaitable<void> bad_stored() {
  auto both = compute() && compute(); // unfixed: it may be awaited anywhere
  // CHECK-NOTES: :[[@LINE-1]]:25: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused; use 'safe_async::safe_gather', which rethrows the first failure and takes a timeout [async-raw-gather]
  // CHECK-NOTES: :[[@LINE-2]]:25: note: this edit may change the type of the result; apply it where the result's use allows
  co_await static_cast<decltype(both) &&>(both);
}
