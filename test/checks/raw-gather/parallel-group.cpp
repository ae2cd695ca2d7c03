// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parallel group is judged where it is waited for, by its condition; it has
// no fix, because its children are operations and not awaitables.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"

namespace asio = boost::asio;
namespace ex = boost::asio::experimental;

asio::awaitable<int> compute();

asio::awaitable<void> bad_wait_for_all(asio::any_io_executor executor) {
  co_await ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred),
                                   asio::co_spawn(executor, compute(), asio::deferred))
      .async_wait(ex::wait_for_all(), asio::use_awaitable);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: raw gather 'boost::asio::experimental::parallel_group::async_wait' of Boost.Asio: when a child fails, its siblings run on to their end; {{.*}}; pass the awaitables themselves to safe_gather, {{.*}} [async-raw-gather]
}

asio::awaitable<void> bad_wait_for_one_error(asio::any_io_executor executor) {
  co_await ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred),
                                   asio::co_spawn(executor, compute(), asio::deferred))
      .async_wait(ex::wait_for_one_error(), asio::use_awaitable);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: raw gather 'boost::asio::experimental::parallel_group::async_wait' of Boost.Asio: when a child fails, its siblings are cancelled and joined; {{.*}} [async-raw-gather]
}

asio::awaitable<void> bad_named_object(asio::any_io_executor executor) {
  auto group = ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred),
                                       asio::co_spawn(executor, compute(), asio::deferred));
  co_await group.async_wait(ex::wait_for_all(), asio::use_awaitable);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

// Races, not gathers.
asio::awaitable<void> ok_wait_for_one(asio::any_io_executor executor) {
  co_await ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred),
                                   asio::co_spawn(executor, compute(), asio::deferred))
      .async_wait(ex::wait_for_one(), asio::use_awaitable);
  auto group = ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred),
                                       asio::co_spawn(executor, compute(), asio::deferred));
  co_await group.async_wait(ex::wait_for_one_success(), asio::use_awaitable);
}

// Made, but not waited for here.
void ok_only_made(asio::any_io_executor executor) {
  auto group = ex::make_parallel_group(asio::co_spawn(executor, compute(), asio::deferred));
  (void)group;
}
