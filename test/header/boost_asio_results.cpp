// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace `a && b && c` by safe_gather(a, b, c) wherever it stands?
// Only if the awaitable has the same type and the same value.
//
// REQUIRES: boost-asio
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -I%include %s -o %t && %t
#include "check.h"

#include <safe_async/boost_asio.hpp>

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <string>
#include <vector>

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;
using safe_async::safe_gather;

namespace {

struct no_default {
  explicit no_default(int v) : value(v) {}
  int value;
};

template <class T> asio::awaitable<T> give(T value) {
  co_return std::move(value);
}
asio::awaitable<void> nothing() { co_return; }
asio::awaitable<std::tuple<int, char>> pair() { co_return std::tuple(1, 'c'); }

template <class A, class B> inline constexpr bool same = std::is_same_v<A, B>;

#define SAME_AS_AND(native, ...)                                               \
  static_assert(same<decltype(native), decltype(safe_gather(__VA_ARGS__))>)

SAME_AS_AND(nothing(), nothing());
SAME_AS_AND(give(1), give(1));
SAME_AS_AND(nothing() && nothing(), nothing(), nothing());
SAME_AS_AND(nothing() && give(1), nothing(), give(1));
SAME_AS_AND(give(1) && nothing(), give(1), nothing());
SAME_AS_AND(give(1) && give('c'), give(1), give('c'));
SAME_AS_AND(give(1) && nothing() && give('c'), give(1), nothing(), give('c'));
SAME_AS_AND(give(1) && give('c') && nothing(), give(1), give('c'), nothing());
SAME_AS_AND(nothing() && nothing() && give(1) && give('c') && give(1.0),
            nothing(), nothing(), give(1), give('c'), give(1.0));
SAME_AS_AND(pair() && give(1), pair(), give(1));
SAME_AS_AND(pair() && nothing(), pair(), nothing());
SAME_AS_AND(nothing() && pair() && nothing(), nothing(), pair(), nothing());
SAME_AS_AND(give(1) && pair(), give(1), pair());
SAME_AS_AND(give(1) && give('c') && pair(), give(1), give('c'), pair());
SAME_AS_AND(give(no_default(1)) && give(std::unique_ptr<int>()),
            give(no_default(1)), give(std::unique_ptr<int>()));

// Asio has no gather for a range of awaitables: a vector, or nothing.
static_assert(same<decltype(safe_gather(std::vector<asio::awaitable<int>>())),
                   asio::awaitable<std::vector<int>>>);
static_assert(same<decltype(safe_gather(std::vector<asio::awaitable<void>>())),
                   asio::awaitable<void>>);

asio::awaitable<void> values() {
  auto [a, b, c, d] = co_await safe_gather(give(1), give(std::string("two")),
                                           nothing(), give(no_default(4)));
  static_assert(same<decltype(c), std::monostate>);
  CHECK(a == 1 && b == "two" && d.value == 4);

  auto later = safe_gather(give(std::make_unique<int>(5)), nothing());
  std::unique_ptr<int> five = co_await std::move(later);
  CHECK(*five == 5);

  auto [e, f, g] = co_await safe_gather(pair(), give(2.0));
  CHECK(e == 1 && f == 'c' && g == 2.0);

  auto either = co_await (safe_gather(give(1), nothing()) || nothing());
  CHECK(either.index() <= 1);
}

} // namespace

int main() {
  asio::io_context context;
  bool ended = false;
  asio::co_spawn(context, values(), [&](std::exception_ptr error) {
    CHECK(!error);
    ended = true;
  });
  context.run();
  CHECK(ended);
}
