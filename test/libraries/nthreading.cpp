// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/nthreading.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "nthreading.h"

using Future = NThreading::TFuture<int>;

void bad_wait_all(Future A, Future B, std::vector<Future> All) {
  NThreading::WaitAll(A, B).Wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NThreading::WaitAll' of NThreading: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
  NThreading::WaitAll(All).Wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NThreading::WaitAll' of NThreading: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
  NThreading::WaitExceptionOrAll(A, B).Wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NThreading::WaitExceptionOrAll' of NThreading: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
}

void ok_race(Future A, Future B) { NThreading::WaitAny(A, B).Wait(); }
