// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seastar's coroutine::all is a class template: the edit replaces its name, and
// its children are functions, which safe_gather calls itself. What starts its
// children before the gather, or makes them of a range, gets words and no edit.
//
// RUN: cp %s %t.cpp
// RUN: %clang-tidy -load %plugin -checks='-*,async-raw-gather' --fix %t.cpp -- -std=c++20 -I%mocks > %t.out
// RUN: grep -c 'warning: raw gather' %t.out | grep -x 5
// RUN: FileCheck %s --input-file %t.cpp

#include "seastar.h"
// CHECK: #include <safe_async/seastar.hpp>

#include <vector>

namespace ss = seastar;
ss::future<int> fetch(int);
ss::future<> ping();

ss::future<> bad_all() {
  auto [a, b] = co_await ss::coroutine::all([] { return fetch(1); },
                                            [] { return fetch(2); });
  // CHECK: auto [a, b] = co_await safe_async::safe_gather([] { return fetch(1); },
}

ss::future<> bad_all_void() {
  co_await ss::coroutine::all([] { return ping(); }, [] { return ping(); });
  // CHECK: co_await safe_async::safe_gather([] { return ping(); }, [] { return ping(); });
}

ss::future<> bad_named_functions() {
  auto one = [] { return fetch(1); };
  auto [a, b] = co_await ss::coroutine::all(one, [] { return fetch(2); });
  // CHECK: auto [a, b] = co_await safe_async::safe_gather(one, [] { return fetch(2); });
}

ss::future<> bad_already_started() {
  auto [a, b] = co_await ss::when_all_succeed(fetch(1), fetch(2));
  // CHECK: {{^}}  auto [a, b] = co_await ss::when_all_succeed(fetch(1), fetch(2));
}

ss::future<> bad_range(std::vector<int> ids) {
  co_await ss::coroutine::parallel_for_each(ids, [](int) { return ping(); });
  // CHECK: {{^}}  co_await ss::coroutine::parallel_for_each(
}
