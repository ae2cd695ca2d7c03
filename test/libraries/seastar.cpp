// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/seastar.yml found, and nothing else? Two of them are
// class templates: the call is a construction.
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "seastar.h"

namespace ss = seastar;
using namespace std::chrono_literals;

struct Row {};
ss::future<> ping();
ss::future<Row> fetch(int Id);

ss::future<> bad_when_all() {
  auto [A, B] = co_await ss::when_all(fetch(1), [] { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'seastar::when_all' of Seastar: when a child fails, its siblings run on to their end; every failed future must be looked at, or Seastar logs an ignored exceptional future
}

ss::future<> bad_when_all_iterators(std::vector<ss::future<Row>> Rows) {
  auto All = co_await ss::when_all(Rows.begin(), Rows.end());
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'seastar::when_all' of Seastar: when a child fails, its siblings run on to their end; every failed future must be looked at, or Seastar logs an ignored exceptional future
}

ss::future<> bad_succeed(std::vector<ss::future<Row>> Rows) {
  auto [A, B] = co_await ss::when_all_succeed(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'seastar::when_all_succeed' of Seastar: when a child fails, its siblings run on to their end; the first failure in argument order is rethrown, and the others are lost
  auto All = co_await ss::when_all_succeed(std::move(Rows));
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: raw gather 'seastar::when_all_succeed' of Seastar: when a child fails, its siblings run on to their end; the first failure in argument order is rethrown, and the others are lost
}

ss::future<> bad_class_template() {
  auto [A, B] = co_await ss::coroutine::all([] { return fetch(1); },
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'seastar::coroutine::all' of Seastar: when a child fails, its siblings run on to their end; if several children fail, the failure of the last argument is rethrown and the first one is lost
                                            [] { return fetch(2); });
}

ss::future<> bad_for_each(std::vector<int> Ids) {
  co_await ss::coroutine::parallel_for_each(Ids, [](int) { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'seastar::coroutine::parallel_for_each' of Seastar: when a child fails, its siblings run on to their end; if several children fail, the last failure is rethrown and the first one is lost
  co_await ss::coroutine::parallel_for_each(Ids.begin(), Ids.end(), [](int) { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'seastar::coroutine::parallel_for_each' of Seastar: when a child fails, its siblings run on to their end; if several children fail, the last failure is rethrown and the first one is lost
  co_await ss::parallel_for_each(Ids, [](int) { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'seastar::parallel_for_each' of Seastar: when a child fails, its siblings run on to their end; if several children fail, the last failure is rethrown and the first one is lost
  co_await ss::parallel_for_each(Ids.begin(), Ids.end(), [](int) { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'seastar::parallel_for_each' of Seastar: when a child fails, its siblings run on to their end; if several children fail, the last failure is rethrown and the first one is lost
  co_await ss::max_concurrent_for_each(Ids, 8, [](int) { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'seastar::max_concurrent_for_each' of Seastar: when a child fails, its siblings run on to their end; after a failure the remaining items are still started
}

ss::future<> bad_without_coroutine() {
  return ss::when_all_succeed(fetch(1), fetch(2)).then([] { return ping(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: raw gather 'seastar::when_all_succeed' of Seastar: when a child fails, its siblings run on to their end; the first failure in argument order is rethrown, and the others are lost
}

ss::future<> ok_others() {
  co_await ss::when_any(fetch(1), fetch(2));
  co_await ss::with_timeout(ss::lowres_clock::now() + 5s, ping());
}

namespace other {
template <class R, class F> void parallel_for_each(R &&, F &&) {}
template <class... T> struct all {
  all(T...);
};
void ok_own(std::vector<int> Ids) {
  parallel_for_each(Ids, [](int) {});
  all Every(1, 2);
}
} // namespace other
