// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/folly.yml found, and nothing else? The same name
// means opposite things in folly and in folly::coro.
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "folly.h"

#include <memory>
#include <string>

using folly::coro::Task;
using namespace std::chrono_literals;

struct Row {};
Task<void> ping();
Task<Row> fetch(int Id);
folly::SemiFuture<Row> start(int Id);

// --- gathers: coroutines --------------------------------------------------------

Task<void> bad_pack() {
  auto [A, B] = co_await folly::coro::collectAll(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'folly::coro::collectAll' of folly: when a child fails, its siblings are cancelled and joined; children that are futures ignore the cancellation and are waited for
}

Task<void> bad_try() {
  auto [A, B] = co_await folly::coro::collectAllTry(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'folly::coro::collectAllTry' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
}

Task<void> bad_ranges(std::vector<Task<Row>> Tasks, std::vector<Task<Row>> More) {
  auto Rows = co_await folly::coro::collectAllRange(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'folly::coro::collectAllRange' of folly: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  auto Tries = co_await folly::coro::collectAllTryRange(std::move(More));
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: raw gather 'folly::coro::collectAllTryRange' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
}

Task<void> bad_windowed(std::vector<Task<Row>> Tasks, std::vector<Task<Row>> More) {
  auto Rows = co_await folly::coro::collectAllWindowed(std::move(Tasks), 8);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'folly::coro::collectAllWindowed' of folly: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  auto Tries = co_await folly::coro::collectAllTryWindowed(std::move(More), 8);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: raw gather 'folly::coro::collectAllTryWindowed' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
}

Task<void> bad_found_by_using_declaration() {
  using folly::coro::collectAll;
  co_await collectAll(ping(), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'folly::coro::collectAll' of folly: when a child fails, its siblings are cancelled and joined; children that are futures ignore the cancellation and are waited for
}

Task<void> bad_namespace_alias() {
  namespace fc = folly::coro;
  co_await fc::collectAll(ping(), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'folly::coro::collectAll' of folly: when a child fails, its siblings are cancelled and joined; children that are futures ignore the cancellation and are waited for
}

template <class T> Task<void> bad_template(T Id) {
  co_await folly::coro::collectAll(fetch(Id), fetch(Id));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'folly::coro::collectAll' of folly: when a child fails, its siblings are cancelled and joined; children that are futures ignore the cancellation and are waited for
}
template Task<void> bad_template(int);

Task<void> bad_bounded() {
  co_await folly::coro::timeout(folly::coro::collectAll(ping(), ping()), 5s);
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: raw gather 'folly::coro::collectAll' of folly: when a child fails, its siblings are cancelled and joined; children that are futures ignore the cancellation and are waited for
}

// --- gathers: futures -----------------------------------------------------------

void bad_futures(std::vector<folly::SemiFuture<Row>> Rows) {
  auto Both = folly::collectAll(start(1), start(2)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'folly::collectAll' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
  auto Values = folly::collect(start(1), start(2)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: raw gather 'folly::collect' of folly: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  auto Each = folly::collectAll(Rows.begin(), Rows.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'folly::collectAll' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
  auto All = folly::collectAll(std::move(Rows)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'folly::collectAll' of folly: when a child fails, its siblings run on to their end; the failure stays in that child's result
}

// --- not gathers ----------------------------------------------------------------

Task<void> ok_races(std::vector<folly::SemiFuture<Row>> Rows) {
  co_await folly::coro::collectAny(fetch(1), fetch(2));
  co_await folly::coro::collectAnyNoDiscard(fetch(1), fetch(2));
  co_await folly::collectAny(std::move(Rows));
}

Task<void> ok_single() {
  co_await folly::coro::timeout(fetch(1), 5s);
  co_await folly::coro::co_withCancellation(0, fetch(2));
}

// Same leaf names, declared elsewhere.
namespace mine {
template <class... T> Task<void> collectAll(T...);
struct Parser {
  static int collect(int, int);
  int collectAll(int, int);
};
Task<void> ok_own() {
  co_await mine::collectAll(ping(), ping());
  Parser().collectAll(Parser::collect(1, 2), 3);
}
} // namespace mine

using ok_type = decltype(folly::coro::collectAll(ping(), ping()));
