// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Children that are started first and awaited one by one, in coroutines and
// with blocking futures.
//
// RUN: %check_async %s async-hand-rolled-gather %t

#include "cobalt.h"
#include "folly.h"
#include "seastar.h"

#include <future>
#include <utility>
#include <vector>

void use(int, int = 0, int = 0);
void log(const char *);

seastar::future<int> fetch(int);
seastar::future<> bad_variables() {
  auto first = fetch(1);
  auto second = fetch(2);
  auto a = co_await std::move(first);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'first' and 'second' run already and are awaited one by one (seastar::future): when one fails, nobody awaits the rest; of each of them, it runs on, unowned, and its failure is lost; use 'safe_async::safe_gather' over the calls, which cancels and joins the siblings [async-hand-rolled-gather]
  auto b = co_await std::move(second);
  use(a, b);
}

seastar::future<> bad_one_expression() {
  seastar::future<int> first = fetch(1);
  seastar::future<int> second = fetch(2);
  seastar::future<int> third = fetch(3);
  use(co_await std::move(first), co_await std::move(second), co_await std::move(third));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'first', 'second' and 'third' run already {{.*}} [async-hand-rolled-gather]
}

seastar::future<> bad_loop() {
  std::vector<seastar::future<int>> all;
  for (int i = 0; i != 3; ++i)
    all.push_back(fetch(i));
  for (auto &one : all)
    use(co_await std::move(one));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: the children in 'all' run already and are awaited one by one (seastar::future): {{.*}} [async-hand-rolled-gather]
}

int compute(int);
void bad_blocking() {
  auto a = std::async(compute, 1);
  auto b = std::async(compute, 2);
  use(a.get(), b.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a' and 'b' run already and are awaited one by one (std::future): {{.*}} [async-hand-rolled-gather]
}

void bad_blocking_loop() {
  std::vector<std::future<int>> all;
  all.reserve(3);
  for (int i = 0; i != 3; ++i)
    all.emplace_back(std::async(std::launch::async, compute, i));
  for (std::size_t i = 0; i != all.size(); ++i)
    use(all[i].get());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: the children in 'all' run already {{.*}} [async-hand-rolled-gather]
}

boost::cobalt::promise<int> download(int);
boost::cobalt::task<void> bad_promises() {
  auto a = download(1);
  auto b = download(2);
  use(co_await a, co_await b);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a' and 'b' run already and are awaited one by one (boost::cobalt::promise): when one fails, nobody awaits the rest; of each of them, it is cancelled, but not joined; {{.*}} [async-hand-rolled-gather]
}

// A handler around all of them sees the first failure only.
seastar::future<> bad_one_handler() {
  auto first = fetch(1);
  auto second = fetch(2);
  try {
    use(co_await std::move(first));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-hand-rolled-gather]
    use(co_await std::move(second));
  } catch (...) {
    log("failed");
  }
}

// Nobody is left behind where all are waited for first.
void ok_joined_first() {
  auto a = std::async(compute, 1);
  auto b = std::async(compute, 2);
  a.wait();
  b.wait();
  use(a.get(), b.get());
}

void ok_joined_first_in_a_loop() {
  std::vector<std::future<int>> all;
  for (int i = 0; i != 3; ++i)
    all.push_back(std::async(compute, i));
  for (auto &one : all)
    one.wait();
  for (auto &one : all)
    use(one.get());
}

seastar::future<> ok_one_after_the_other() {
  auto first = fetch(1);
  auto a = co_await std::move(first);
  auto second = fetch(a);
  use(a, co_await std::move(second));
}

seastar::future<> ok_single() {
  auto first = fetch(1);
  log("meanwhile");
  use(co_await std::move(first));
}

seastar::future<> ok_gathered() {
  auto first = fetch(1);
  auto second = fetch(2);
  auto [a, b] = co_await seastar::when_all_succeed(std::move(first), std::move(second));
  use(a, b);
}

seastar::future<> ok_gathered_range() {
  std::vector<seastar::future<int>> all;
  for (int i = 0; i != 3; ++i)
    all.push_back(fetch(i));
  co_await seastar::when_all_succeed(std::move(all));
}

seastar::future<> ok_each_has_a_handler() {
  auto first = fetch(1);
  auto second = fetch(2);
  try {
    use(co_await std::move(first));
  } catch (...) {
    log("first");
  }
  try {
    use(co_await std::move(second));
  } catch (...) {
    log("second");
  }
}

void ok_each_has_a_handler_in_a_loop() {
  std::vector<std::future<int>> all;
  for (int i = 0; i != 3; ++i)
    all.push_back(std::async(compute, i));
  for (auto &one : all) {
    try {
      use(one.get());
    } catch (...) {
      log("failed");
    }
  }
}

// Lazy tasks run one after the other: nothing is left behind.
folly::coro::Task<int> lazy();
folly::coro::Task<void> ok_lazy() {
  auto a = lazy();
  auto b = lazy();
  use(co_await std::move(a), co_await std::move(b));
}

// Not work of its own: the other side of a promise, a value, a parameter.
void ok_no_work(std::promise<int> &p, std::promise<int> &q, std::future<int> given) {
  auto a = p.get_future();
  auto b = q.get_future();
  auto c = std::move(given);
  use(a.get(), b.get(), c.get());
}

void ok_deferred() {
  auto a = std::async(std::launch::deferred, compute, 1);
  auto b = std::async(std::launch::deferred, compute, 2);
  use(a.get(), b.get());
}

void keep(std::future<int>);
void ok_handed_on() {
  auto a = std::async(compute, 1);
  auto b = std::async(compute, 2);
  keep(std::move(b));
  use(a.get());
}

std::future<int> ok_returned() {
  auto a = std::async(compute, 1);
  auto b = std::async(compute, 2);
  use(a.get());
  return b;
}

// Started and awaited in the same turn of the loop.
void ok_same_loop() {
  std::vector<std::future<int>> all;
  for (int i = 0; i != 3; ++i) {
    all.push_back(std::async(compute, i));
    use(all.back().get());
  }
}
