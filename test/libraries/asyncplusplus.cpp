// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async++ shares namespace async with Intel's senders: is it told apart?
//
// RUN: %check_async %s async-raw-gather %t

#include "asyncplusplus.h"

async::task<int> fetch(int Id);

void bad_when_all(std::vector<async::task<int>> Tasks) {
  auto Both = async::when_all(fetch(1), fetch(2)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'async::when_all' of async: when a child fails, its siblings run on to their end; a failure is lost unless its task is read
  auto All = async::when_all(Tasks.begin(), Tasks.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'async::when_all' of async: when a child fails, its siblings run on to their end; a failure is lost unless its task is read
}

void ok_race() { async::when_any(fetch(1), fetch(2)).get(); }
