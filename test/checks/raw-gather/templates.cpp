// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In templates a gather is found once, however often it is instantiated, and
// never edited where it depends on a parameter.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

asio::awaitable<void> one();
asio::awaitable<int> two();

template <class T> asio::awaitable<T> make(T);

// Nothing depends on T: it is the same gather in every instantiation.
template <class T> asio::awaitable<void> bad_not_dependent() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather(one(), one());
}

template <class T> asio::awaitable<void> bad_dependent_child(T value) {
  co_await (make(value) && one()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

template <class F, class G> asio::awaitable<void> bad_dependent_callees(F f, G g) {
  co_await (f() && g()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}

// The same text over bool is no gather: silent where only that is instantiated.
template <class F, class G> bool ok_over_bool(F f, G g) { return f() && g(); }

template <class T> struct worker {
  T state;
  asio::awaitable<void> step();
  asio::awaitable<void> bad_member() {
    co_await (step() && step()); // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  }
};

asio::awaitable<void> bad_generic_lambda() {
  auto both = [](auto first, auto second) -> asio::awaitable<void> {
    co_await (first() && second()); // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  };
  co_await both(one, one);
}

asio::awaitable<void> instantiate() {
  co_await bad_not_dependent<int>();
  co_await bad_not_dependent<long>();
  co_await bad_dependent_child(1);
  co_await bad_dependent_child('c');
  co_await bad_dependent_callees(one, two);
  co_await bad_dependent_callees(one, one);
  ok_over_bool([] { return true; }, [] { return false; });
  co_await worker<int>().bad_member();
  co_await worker<char>().bad_member();
}
