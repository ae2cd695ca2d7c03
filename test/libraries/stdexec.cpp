// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/stdexec.yml and exec.yml found in every spelling a
// function object allows, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "stdexec.h"

struct Sender {
  mock::awaiter<int> operator co_await() &&;
};
Sender work(int Id);

exec::task<void> bad_object() {
  auto [A, B] = co_await stdexec::when_all(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

exec::task<void> bad_variant() {
  co_await stdexec::when_all_with_variant(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all_with_variant' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

exec::task<void> bad_using_declaration() {
  using stdexec::when_all;
  co_await when_all(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

exec::task<void> bad_reference_and_copy() {
  constexpr auto &Reference = stdexec::when_all;
  co_await Reference(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  auto Copy = stdexec::when_all;
  co_await Copy(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

exec::task<void> bad_temporary() {
  co_await stdexec::when_all_t{}(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

exec::task<void> bad_named_operator() {
  co_await stdexec::when_all.operator()(work(1), work(2));
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

auto bad_stored() {
  return stdexec::then(stdexec::when_all(work(1), work(2)), [] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

void bad_blocking() { stdexec::sync_wait(stdexec::when_all(work(1), work(2))); }
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

template <class S> exec::task<void> bad_template(S A, S B) {
  co_await stdexec::when_all(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'stdexec::when_all' of stdexec: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}
template exec::task<void> bad_template(Sender, Sender);

// --- not gathers ----------------------------------------------------------------

exec::task<void> ok_race() { co_await exec::when_any(work(1), work(2)); }

// Packs values, waits for nothing.
auto ok_only_values() {
  return stdexec::when_all(stdexec::just(1), stdexec::just(2));
}
auto ok_no_children() { return stdexec::when_all(); }

namespace other {
struct when_all_t {
  template <class... T> int operator()(T &&...) const;
};
inline constexpr when_all_t when_all{};
int ok_own() { return when_all(work(1), work(2)); }
} // namespace other

using ok_type = decltype(stdexec::when_all(work(1), work(2)));
