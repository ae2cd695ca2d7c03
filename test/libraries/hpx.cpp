// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/hpx.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "hpx.h"

hpx::future<void> ping();
hpx::future<int> fetch(int Id);

void bad_when_all(std::vector<hpx::future<int>> Futures) {
  auto Both = hpx::when_all(fetch(1), ping()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'hpx::when_all' of HPX: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
  auto All = hpx::when_all(Futures).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'hpx::when_all' of HPX: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
  auto Each = hpx::when_all(Futures.begin(), Futures.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'hpx::when_all' of HPX: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
}

hpx::future<void> bad_awaited() { co_await hpx::when_all(fetch(1), fetch(2)); }
// CHECK-MESSAGES: :[[@LINE-1]]:44: warning: raw gather 'hpx::when_all' of HPX: when a child fails, its siblings run on to their end; a failure is lost unless its future is read

void bad_wait_all(hpx::future<int> &A, hpx::future<int> &B) {
  hpx::wait_all(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'hpx::wait_all' of HPX: when a child fails, its siblings run on to their end; the failure that comes first in argument order is rethrown
  bool Failed = hpx::wait_all_nothrow(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: raw gather 'hpx::wait_all_nothrow' of HPX: when a child fails, its siblings run on to their end; it only returns whether something failed, the failures stay in the futures
}

// The same leaf name, and another library's semantics.
auto bad_senders(int A, int B) {
  return hpx::execution::experimental::when_all(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: raw gather 'hpx::execution::experimental::when_all' of HPX: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

void ok_race() { hpx::when_any(fetch(1), fetch(2)).get(); }

namespace other {
struct when_all_t final : hpx::functional::tag_base_ns::tag<when_all_t, int> {};
inline constexpr when_all_t when_all{};
int ok_own() { return when_all(1, 2); }
} // namespace other
