// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/cobalt.yml found, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "cobalt.h"

namespace cobalt = boost::cobalt;

struct Row {};
cobalt::promise<void> ping();
cobalt::task<Row> fetch(int Id);

cobalt::task<void> bad_gather() {
  auto [A, B] = co_await cobalt::gather(ping(), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'boost::cobalt::gather' of Boost.Cobalt: when a child fails, its siblings run on to their end; every failure is one of the results, and nothing is thrown if nobody looks
}

cobalt::task<void> bad_join() {
  auto [A, B] = co_await cobalt::join(fetch(1), fetch(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'boost::cobalt::join' of Boost.Cobalt: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

cobalt::task<void> bad_ranges(std::vector<cobalt::task<Row>> Tasks) {
  auto Results = co_await cobalt::gather(Tasks);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: raw gather 'boost::cobalt::gather' of Boost.Cobalt: when a child fails, its siblings run on to their end; every failure is one of the results, and nothing is thrown if nobody looks
  auto Rows = co_await cobalt::join(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'boost::cobalt::join' of Boost.Cobalt: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

cobalt::task<void> bad_explicit_cancellation() {
  co_await cobalt::join<boost::asio::cancellation_type::terminal>(ping(), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'boost::cobalt::join' of Boost.Cobalt: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

cobalt::task<void> ok_races() {
  co_await cobalt::race(fetch(1), fetch(2));
  co_await cobalt::left_race(fetch(1), fetch(2));
}

cobalt::task<void> ok_group(cobalt::wait_group &Group) {
  Group.push_back(ping());
  co_await Group.wait();
  +ping();
}

// A string join and a gather of another kind.
namespace text {
struct Words {};
Words join(Words, Words);
Words gather(Words, Words);
Words ok(Words A, Words B) { return join(gather(A, B), B); }
} // namespace text
