// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/flare.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "flare.h"

using Futures = std::vector<flare::Future<int>>;
flare::Future<int> fetch(int Id);

void bad_when_all(Futures A, Futures B) {
  flare::BlockingGet(flare::WhenAll(fetch(1), fetch(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: raw gather 'flare::future::utils::WhenAll' of Flare: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
  flare::BlockingGet(flare::WhenAll(std::move(A)));
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: raw gather 'flare::future::utils::WhenAll' of Flare: when a child fails, its siblings run on to their end; an unspecified one of the failures is rethrown
  flare::BlockingGet(flare::WhenAllPreservingErrors(std::move(B)));
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: raw gather 'flare::future::utils::WhenAllPreservingErrors' of Flare: when a child fails, its siblings run on to their end; a failure is lost unless its result is read
}

void ok_race(Futures A) { flare::BlockingGet(flare::WhenAny(std::move(A))); }
