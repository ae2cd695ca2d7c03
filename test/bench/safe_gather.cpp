// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does safe_gather cost beside the native gather of Asio? One run, side by
// side: time per gather, and allocations per child counted at malloc.
// Goal: at most 1.1 times the native time, and one allocation more per gather.
//
// Each child suspends once (post) or waits for a timer, as real children do.
//
// REQUIRES: full, boost-asio
// UNSUPPORTED: sanitized
// RUN: %cxx -std=c++20 -O2 -DNDEBUG -pthread -I%include %s -lbenchmark -o %t
// RUN: %t --benchmark_min_time=0.02 | FileCheck %s
// CHECK: native_and/2
// CHECK: safe_gather_pack/2
// CHECK: native_group/1000
// CHECK: safe_gather_range/1000
#include "../header/count_malloc.h"

#include <safe_async/boost_asio.hpp>
#include <safe_async/task.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <benchmark/benchmark.h>

#include <vector>

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
using asio::awaitable;
using safe_async::safe_gather;

namespace {

awaitable<int> child() {
  co_await asio::post(asio::use_awaitable);
  co_return 1;
}

/// Runs `gather` once per iteration, all in one coroutine.
template <class F>
void measure(benchmark::State &state, std::size_t children, F gather) {
  asio::io_context context(1);
  std::size_t before = 0;
  asio::co_spawn(
      context,
      [&]() -> awaitable<void> {
        co_await gather(); // fills Asio's caches
        before = test::mallocs();
        for (auto _ : state)
          co_await gather();
      },
      asio::detached);
  context.run();
  state.counters["allocs/child"] =
      benchmark::Counter(double(test::mallocs() - before) / double(children),
                         benchmark::Counter::kAvgIterations);
}

std::vector<awaitable<int>> children(std::size_t n) {
  std::vector<awaitable<int>> all;
  all.reserve(n);
  for (std::size_t i = 0; i < n; ++i)
    all.push_back(child());
  return all;
}

/// The native gather of a range, with the results put in order and the first
/// failure in time rethrown, as safe_gather does.
awaitable<std::vector<int>> native(std::size_t n) {
  auto ex = co_await asio::this_coro::executor;
  auto spawn = [&] { return asio::co_spawn(ex, child(), asio::deferred); };
  std::vector<decltype(spawn())> all;
  all.reserve(n);
  for (std::size_t i = 0; i < n; ++i)
    all.push_back(spawn());
  auto [order, errors, values] =
      co_await asio::experimental::make_parallel_group(std::move(all))
          .async_wait(asio::experimental::wait_for_one_error(), asio::deferred);
  for (std::size_t i : order)
    if (errors[i])
      std::rethrow_exception(errors[i]);
  co_return std::move(values);
}

void native_and(benchmark::State &state) {
  measure(state, 2, [] { return child() && child(); });
}
void safe_gather_pack(benchmark::State &state) {
  measure(state, 2, [] { return safe_gather(child(), child()); });
}
void safe_gather_pack_timeout(benchmark::State &state) {
  measure(state, 2, [] {
    return safe_gather(safe_async::timeout(30s), child(), child());
  });
}
void native_group(benchmark::State &state) {
  std::size_t n = std::size_t(state.range(0));
  measure(state, n, [n] { return native(n); });
}
void safe_gather_range(benchmark::State &state) {
  std::size_t n = std::size_t(state.range(0));
  measure(state, n, [n] { return safe_gather(children(n)); });
}

safe_async::task<int> core_child() { co_return 1; }

void core_range(benchmark::State &state) {
  std::size_t n = std::size_t(state.range(0)), before = 0;
  auto run = [&]() -> safe_async::task<void> {
    before = test::mallocs();
    for (auto _ : state) {
      std::vector<safe_async::task<int>> all;
      all.reserve(n);
      for (std::size_t i = 0; i < n; ++i)
        all.push_back(core_child());
      co_await safe_gather(std::move(all));
    }
  };
  safe_async::sync_wait(run());
  state.counters["allocs/child"] =
      benchmark::Counter(double(test::mallocs() - before) / double(n),
                         benchmark::Counter::kAvgIterations);
}

BENCHMARK(native_and)->Name("native_and/2");
BENCHMARK(safe_gather_pack)->Name("safe_gather_pack/2");
BENCHMARK(safe_gather_pack_timeout)->Name("safe_gather_pack_timeout/2");
BENCHMARK(native_group)->Arg(2)->Arg(10)->Arg(1000);
BENCHMARK(safe_gather_range)->Arg(2)->Arg(10)->Arg(1000);
BENCHMARK(core_range)->Arg(2)->Arg(10)->Arg(1000);

} // namespace

BENCHMARK_MAIN();
