// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the operators of libraries/asio.yml found, and no others?
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace net = boost::asio;
namespace ex = net::experimental;
using namespace ex::awaitable_operators;
using namespace std::chrono_literals;

struct Row {};
net::awaitable<void> step();
net::awaitable<Row> value(int Id);

// --- gathers ------------------------------------------------------------------

net::awaitable<void> bad_operator() {
  co_await (step() && step());
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
  // CHECK-FIXES: co_await safe_async::safe_gather(step(), step());
}

net::awaitable<void> bad_chain_is_one_gather() {
  auto [A, B, C] = co_await (value(1) && value(2) && value(3));
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
  // CHECK-FIXES: auto [A, B, C] = co_await safe_async::safe_gather(value(1), value(2), value(3));
}

net::awaitable<void> bad_mixed_results() {
  Row R = co_await (step() && value(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
  // CHECK-FIXES: Row R = co_await safe_async::safe_gather(step(), value(2));
}

net::awaitable<void> bad_named_operator() {
  co_await ex::awaitable_operators::operator&&(step(), step());  // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
}

template <class Id> net::awaitable<void> bad_template(Id N) {
  co_await (value(N) && value(N + 1));  // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: raw gather '&&' of Boost.Asio: when a child fails, its siblings are cancelled and joined; it rethrows the leftmost child's exception, which may be the cancellation that the real failure caused
}
template net::awaitable<void> bad_template(int);

// --- not gathers --------------------------------------------------------------

net::awaitable<void> ok_race() {
  net::steady_timer Timer(co_await net::this_coro::executor, 5s);
  co_await (step() || Timer.async_wait(net::use_awaitable));
}

net::awaitable<void> ok_single_await() { co_await value(1); }

// Built in, and overloaded elsewhere: another operator than Asio's.
bool ok_plain_and(bool A, bool B) { return A && B; }
namespace other {
struct flag {};
flag operator&&(flag, flag);
flag ok(flag A, flag B) { return A && B; }
} // namespace other

// A copy of the operators in a namespace of its own has its own rules.
namespace company {
template <class T>
net::awaitable<std::tuple<T, T>> operator&&(net::awaitable<T>,
                                            net::awaitable<T>);
template <class A, class B> net::awaitable<void> all(A, B);
net::awaitable<void> ok_own_function() { co_await all(value(1), value(2)); }
} // namespace company

// Unevaluated, and compiled out.
using ok_type = decltype(value(1) && value(2));
static_assert(!noexcept(value(1) && value(2)));
#if 0
net::awaitable<void> ok_compiled_out() { co_await (step() && step()); }
#endif

void ok_detached(net::io_context &Context) {
  net::co_spawn(Context, step(), net::detached);
}
