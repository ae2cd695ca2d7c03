// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace Cobalt's join and gather by safe_gather wherever they
// stand? Only if awaiting gives the same type. And what the conformance suite
// does not know: promises and operations as children, and a context that is
// destroyed while a gather waits.
//
// REQUIRES: cobalt
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror %cobalt_args -I%include %s -o %t %cobalt_libs
// RUN: %t
#include <safe_async/cobalt.hpp>

#include "check.h"

#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/cobalt/gather.hpp>
#include <boost/cobalt/join.hpp>
#include <boost/cobalt/run.hpp>
#include <boost/cobalt/spawn.hpp>
#include <boost/cobalt/this_coro.hpp>
#include <boost/cobalt/this_thread.hpp>

#include <memory>
#include <string>

namespace {

namespace asio = boost::asio;
namespace cobalt = boost::cobalt;
using namespace std::chrono_literals;
using namespace safe_async;

cobalt::task<int> number() { co_return 1; }
cobalt::promise<std::string> text() { co_return "two"; }
cobalt::task<void> nothing() { co_return; }
cobalt::task<void> fail() {
  throw std::runtime_error("fail");
  co_return;
}

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;
template <class A> using awaited = cobalt::detail::co_await_result_t<A &&>;

#define SAME_AS_JOIN(...)                                                      \
  static_assert(same<awaited<decltype(cobalt::join(__VA_ARGS__))>,             \
                     awaited<decltype(safe_gather(__VA_ARGS__))>>)
#define SAME_AS_GATHER(...)                                                    \
  static_assert(                                                               \
      same<awaited<decltype(cobalt::gather(__VA_ARGS__))>,                     \
           awaited<decltype(safe_gather(return_exceptions, __VA_ARGS__))>>)

SAME_AS_JOIN(number());
SAME_AS_JOIN(nothing(), nothing());
SAME_AS_JOIN(number(), text(), nothing());
SAME_AS_JOIN(std::declval<asio::steady_timer &>().async_wait(cobalt::use_op),
             number());
SAME_AS_JOIN(std::vector<cobalt::task<int>>());
SAME_AS_JOIN(std::vector<cobalt::promise<void>>());
SAME_AS_GATHER(number(), text(), nothing());
SAME_AS_GATHER(std::vector<cobalt::task<int>>());
SAME_AS_GATHER(std::vector<cobalt::promise<void>>());

/// Says when it is gone.
struct guest {
  bool &gone;
  ~guest() { gone = true; }
};
cobalt::promise<void> wait(std::chrono::milliseconds d, bool &gone) {
  guest here{gone};
  asio::steady_timer timer(co_await cobalt::this_coro::executor, d);
  co_await timer.async_wait(cobalt::use_op);
}

cobalt::task<void> values() {
  auto [a, b, c] = co_await safe_gather(number(), text(), nothing());
  static_assert(same<decltype(c), boost::variant2::monostate>);
  CHECK(a == 1 && b == "two");

  // A promise runs already; it is cancelled and joined like a task.
  bool gone = false, failed = false;
  auto promise = wait(1h, gone);
  try {
    co_await safe_gather(std::move(promise), fail());
  } catch (const std::runtime_error &) {
    failed = true;
  }
  CHECK(failed && gone);

  asio::steady_timer timer(co_await cobalt::this_coro::executor, 1h);
  auto [d, e] = co_await safe_gather(return_exceptions, timeout(5ms),
                                     timer.async_wait(cobalt::use_op), text());
  CHECK(d.has_error() && e.value() == "two");

  // One's own timer.
  bool timed_out = false;
  asio::steady_timer own(co_await cobalt::this_coro::executor);
  try {
    co_await safe_gather(timeout(own, 2ms), timer.async_wait(cobalt::use_op));
  } catch (const timeout_error &) {
    timed_out = true;
  }
  CHECK(timed_out);
}

cobalt::task<void> wait_twice(bool &first, bool &second) {
  co_await safe_gather(timeout(1h), wait(1h, first), wait(1h, second));
}

} // namespace

int main() {
  cobalt::run(values());

  bool first = false, second = false;
  {
    asio::io_context loop(1);
    cobalt::this_thread::set_executor(loop.get_executor());
    cobalt::spawn(loop.get_executor(), wait_twice(first, second),
                  asio::detached);
    loop.run_for(5ms);
    CHECK(!first && !second);
  }
  CHECK(first && second);
}
