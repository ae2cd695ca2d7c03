// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seastar's coroutine::all is a class template: the edit replaces its name, and
// its children are functions, which safe_gather calls itself. What starts its
// children before the gather, or makes them of a range, gets words and no edit.
//
// RUN: %check_async %s async-raw-gather %t --library=seastar

LIB_INCLUDE
// CHECK-FIXES: #include <LIB_ADAPTER>
#include <vector>

namespace ss = seastar;
ss::future<int> fetch(int);
ss::future<> ping();

ss::future<> bad_all() {
  auto [a, b] = co_await ss::coroutine::all([] { return fetch(1); },
                                            [] { return fetch(2); });
  // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: raw gather 'seastar::coroutine::all' of Seastar: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [a, b] = co_await safe_async::safe_gather([] { return fetch(1); },
}

ss::future<> bad_all_void() {
  co_await ss::coroutine::all([] { return ping(); }, [] { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'seastar::coroutine::all' of Seastar: {{.*}} [async-raw-gather]
  // CHECK-FIXES: co_await safe_async::safe_gather([] { return ping(); }, [] { return ping(); });
}

ss::future<> bad_named_functions() {
  auto one = [] { return fetch(1); };
  auto [a, b] = co_await ss::coroutine::all(one, [] { return fetch(2); });
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'seastar::coroutine::all' of Seastar: {{.*}} [async-raw-gather]
  // CHECK-FIXES: auto [a, b] = co_await safe_async::safe_gather(one, [] { return fetch(2); });
}

ss::future<> bad_already_started() {
  auto [a, b] = co_await ss::when_all_succeed(fetch(1), fetch(2)); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'seastar::when_all_succeed' of Seastar: {{.*}} [async-raw-gather]
}

ss::future<> bad_range(std::vector<int> ids) {
  co_await ss::coroutine::parallel_for_each(ids, [](int) { return ping(); }); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: raw gather 'seastar::coroutine::parallel_for_each' of Seastar: {{.*}} [async-raw-gather]
}
