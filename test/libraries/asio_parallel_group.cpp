// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parallel group is a gather or a race by what is asked of it later: is it
// judged there, under both roots of libraries/asio.yml?
//
// RUN: %check_async %s async-raw-gather %t -- -- -DMOCK='"boost_asio.h"' -DROOT=boost::asio
// RUN: %check_async %s async-raw-gather %t -- -- -DMOCK='"asio.h"' -DROOT=asio

#include MOCK

namespace net = ROOT;
namespace ex = net::experimental;

struct Row {};
net::awaitable<void> ping();
net::awaitable<Row> fetch(int Id);

net::awaitable<void> bad_group_waits_for_all() {
  auto Ex = co_await net::this_coro::executor;
  auto Results = co_await ex::make_parallel_group(
                     net::co_spawn(Ex, fetch(1), net::deferred),
                     net::co_spawn(Ex, fetch(2), net::deferred))
                     .async_wait(ex::wait_for_all(), net::use_awaitable);
                     // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather '{{(boost::)?}}asio::experimental::parallel_group::async_wait' of {{(Boost.)?}}Asio: when a child fails, its siblings run on to their end; every failure is one of the values it returns, and nothing is thrown if nobody looks
}

net::awaitable<void> bad_group_on_error() {
  auto Ex = co_await net::this_coro::executor;
  auto Group = ex::make_parallel_group(
      net::co_spawn(Ex, fetch(1), net::deferred),
      net::co_spawn(Ex, fetch(2), net::deferred));
  co_await Group.async_wait(ex::wait_for_one_error(), net::use_awaitable);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: raw gather '{{(boost::)?}}asio::experimental::parallel_group::async_wait' of {{(Boost.)?}}Asio: when a child fails, its siblings are cancelled and joined; every failure is one of the values it returns, and nothing is thrown if nobody looks
}

net::awaitable<void> bad_ranged_group() {
  auto Ex = co_await net::this_coro::executor;
  std::vector<net::deferred_operation<Row>> Ops;
  for (int I = 0; I < 3; ++I)
    Ops.push_back(net::co_spawn(Ex, fetch(I), net::deferred));
  co_await ex::make_parallel_group(std::move(Ops))
      .async_wait(ex::wait_for_all(), net::use_awaitable);
      // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: raw gather '{{(boost::)?}}asio::experimental::ranged_parallel_group::async_wait' of {{(Boost.)?}}Asio: when a child fails, its siblings run on to their end; every failure is one of the values it returns, and nothing is thrown if nobody looks
}

net::awaitable<void> ok_group_decides_a_race() {
  auto Ex = co_await net::this_coro::executor;
  co_await ex::make_parallel_group(net::co_spawn(Ex, ping(), net::deferred),
                                   net::co_spawn(Ex, ping(), net::deferred))
      .async_wait(ex::wait_for_one(), net::use_awaitable);
  co_await ex::make_parallel_group(net::co_spawn(Ex, ping(), net::deferred),
                                   net::co_spawn(Ex, ping(), net::deferred))
      .async_wait(ex::wait_for_one_success(), net::use_awaitable);
}
