// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/yaclib.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "yaclib.h"

yaclib::Future<int> fetch(int Id);

void bad_first_fail(std::vector<yaclib::Future<int>> Futures) {
  auto Both = yaclib::WhenAll(fetch(1), fetch(2)).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'yaclib::WhenAll' of YACLib: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  auto All = yaclib::WhenAll(Futures.begin(), Futures.size()).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'yaclib::WhenAll' of YACLib: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
}

void bad_captured() {
  auto Both = yaclib::WhenAll<yaclib::FailPolicy::None>(fetch(1), fetch(2)).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'yaclib::WhenAll' of YACLib: when a child fails, its siblings run on to their end; a failure is lost unless its Result is read
}

void bad_join() { yaclib::Join(fetch(1), fetch(2)).Get(); }
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: raw gather 'yaclib::Join' of YACLib: when a child fails, its siblings run on to their end; failures are dropped

void ok_race() { yaclib::WhenAny(fetch(1), fetch(2)).Get(); }
