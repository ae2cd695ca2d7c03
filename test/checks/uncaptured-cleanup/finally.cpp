// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What finally() is given is cleanup; the work it is called on is not.
//
// RUN: %check_async %s async-uncaptured-cleanup %t --findings-only

#include "seastar.h"

namespace ss = seastar;
ss::future<> work();
ss::future<int> one();
ss::future<int> two();

ss::future<> bad_given_to_finally() {
  return work().finally([] { return ss::when_all_succeed(one(), two()); });
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'seastar::when_all_succeed' (Seastar) in cleanup ('finally') does not capture failures: {{.*}} [async-uncaptured-cleanup]
}

ss::future<> bad_given_to_finally_first() {
  return work().finally([] { return ss::when_all_succeed(one(), two()); }).then([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'seastar::when_all_succeed' (Seastar) in cleanup ('finally') does not capture failures: {{.*}} [async-uncaptured-cleanup]
}

ss::future<> ok_before_finally() {
  return work().then([] { return ss::when_all_succeed(one(), two()); }).finally([] {});
}

ss::future<> ok_inside_before_finally() {
  return ss::do_with(1, [](int &) {
           return work().then([] { return ss::when_all_succeed(one(), two()); });
         }).finally([] {});
}
