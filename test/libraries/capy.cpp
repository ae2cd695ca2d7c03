// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/capy.yml and corosio.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "capy.h"

using namespace std::chrono_literals;
using boost::capy::task;

task<> ping();
task<int> fetch(int Id);

task<> bad_when_all() { auto [A, B] = co_await boost::capy::when_all(fetch(1), ping()); }
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: raw gather 'boost::capy::when_all' of Capy: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

task<> bad_bounded() {
  co_await boost::corosio::cancel_after(boost::capy::when_all(fetch(1), ping()), 5s);
  // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: raw gather 'boost::capy::when_all' of Capy: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

task<> ok_race() {
  co_await boost::capy::when_any(fetch(1), fetch(2));
  co_await boost::corosio::cancel_after(fetch(1), 5s);
}
