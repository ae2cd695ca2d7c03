// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// collectAll captures, so the edit captures too and the results keep their type.
// Its other forms have no equal: words, and no edit.
//
// RUN: %check_async %s async-raw-gather %t --notes --library=async-simple

LIB_INCLUDE
// CHECK-FIXES: #include <LIB_ADAPTER>
#include <utility>
#include <vector>

namespace coro = async_simple::coro;
coro::Lazy<int> one();
coro::Lazy<int> two();

coro::Lazy<int> shutdown() {
  co_await coro::collectAll(one(), /* then */ two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'async_simple::coro::collectAll' of async_simple: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, one(), /* then */ two());
  co_return 0;
}

coro::Lazy<int> bad_pack() {
  auto [a, b] = co_await coro::collectAll(one(), two());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'async_simple::coro::collectAll' of async_simple: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [a, b] = co_await safe_async::safe_gather(safe_async::return_exceptions, one(), two());
  co_return a.value() + b.value();
}

coro::Lazy<int> bad_signal() {
  co_await coro::collectAll<async_simple::SignalType::Terminate>(one(), two()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'async_simple::coro::collectAll' of async_simple: {{.*}} [async-raw-gather]
  co_return 0;
}

coro::Lazy<int> bad_windowed(std::vector<coro::Lazy<int>> all) {
  co_await coro::collectAllWindowed(2, false, std::move(all)); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'async_simple::coro::collectAllWindowed' of async_simple: {{.*}} [async-raw-gather]
  co_return 0;
}
