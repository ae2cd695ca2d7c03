// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does a gather allocate more than the native one and one control block? Both
// are counted at malloc, with Asio's recycling of memory switched off, so that
// every allocation shows.
//
// REQUIRES: boost-asio
// UNSUPPORTED: sanitized
// RUN: %cxx -std=c++20 -O1 -I%include %s -o %t \
// RUN:   -DBOOST_ASIO_DISABLE_SMALL_BLOCK_RECYCLING \
// RUN:   -DBOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING
// RUN: %t
#include "check.h"
#include "count_malloc.h"

#include <safe_async/boost_asio.hpp>
#include <safe_async/task.hpp>

#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;
using safe_async::safe_gather;

namespace {

asio::awaitable<int> child() {
  co_await asio::post(asio::use_awaitable);
  co_return 1;
}

template <class F> int cost(F f) {
  asio::io_context context;
  std::size_t before = 0, after = 0;
  asio::co_spawn(
      context,
      [&]() -> asio::awaitable<void> {
        before = test::mallocs();
        co_await f();
        after = test::mallocs();
      },
      asio::detached);
  context.run();
  return int(after - before);
}

asio::awaitable<void> range(std::size_t n) {
  std::vector<asio::awaitable<int>> all;
  all.reserve(n);
  for (std::size_t i = 0; i < n; ++i)
    all.push_back(child());
  co_await safe_gather(std::move(all));
}
asio::awaitable<void> native_range(std::size_t n) {
  auto ex = co_await asio::this_coro::executor;
  auto spawn = [&] {
    return asio::co_spawn(ex, child(), asio::experimental::deferred);
  };
  std::vector<decltype(spawn())> all;
  all.reserve(n);
  for (std::size_t i = 0; i < n; ++i)
    all.push_back(spawn());
  co_await asio::experimental::make_parallel_group(std::move(all))
      .async_wait(asio::experimental::wait_for_one_error(),
                  asio::use_awaitable);
}

void compare(const char *what, int native, int ours) {
  std::printf("%s: native %d, safe_gather %d\n", what, native, ours);
  CHECK(ours <= native + 1);
}

safe_async::task<int> core_child() { co_return 1; }

int core_cost(int n) {
  int spent = 0;
  auto count = [&]() -> safe_async::task<void> {
    std::vector<safe_async::task<int>> all;
    for (int i = 0; i < n; ++i)
      all.push_back(core_child());
    std::size_t before = test::mallocs();
    co_await safe_gather(std::move(all));
    spent = int(test::mallocs() - before);
  };
  safe_async::sync_wait(count());
  return spent;
}

} // namespace

int main() {
  compare("2 children", cost([] { return child() && child(); }),
          cost([] { return safe_gather(child(), child()); }));
  compare("3 children", cost([] { return child() && child() && child(); }),
          cost([] { return safe_gather(child(), child(), child()); }));
  for (std::size_t n : {2, 10, 1000})
    compare("range", cost([n] { return native_range(n); }),
            cost([n] { return range(n); }));
  // The std core: nothing per child.
  CHECK(core_cost(1000) == core_cost(2));
}
