// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Several findings, one edit: it hangs on the first finding that is left, and
// those that it repairs say so; one that it does not repair says nothing. Older
// versions of clang-tidy sort the findings of one place differently.
//
// REQUIRES: llvm-at-least-22
// RUN: %check_async %s async-raw-gather,async-missing-timeout,async-uncaptured-cleanup %t -- "--config={CheckOptions: {DefaultTimeout: '30s'}}"

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> fetch();

asio::awaitable<void> shutdown() {
  co_await (fetch() && fetch());
  // CHECK-NOTES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-NOTES: :[[@LINE-2]]:{{[0-9]+}}: note: fixed together with the finding of 'async-raw-gather'
  // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-NOTES: :[[@LINE-4]]:{{[0-9]+}}: note: fixed together with the finding of 'async-raw-gather'
  // CHECK-NOTES: :[[@LINE-5]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, safe_async::timeout(std::chrono::seconds(30)), fetch(), fetch());
}

// The first is silenced: the next one carries the edit.
asio::awaitable<void> stop() {
  co_await (fetch() && fetch()); // NOLINT(async-raw-gather)
  // CHECK-NOTES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-NOTES: :[[@LINE-2]]:{{[0-9]+}}: note: fixed together with the finding of 'async-missing-timeout'
  // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, safe_async::timeout(std::chrono::seconds(30)), fetch(), fetch()); // NOLINT(async-raw-gather)
}
