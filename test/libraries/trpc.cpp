// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/trpc.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "trpc.h"

trpc::Future<int> fetch(int Id);

void bad_when_all(std::vector<trpc::Future<int>> Futures) {
  trpc::WhenAll(fetch(1), fetch(2)).Then([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'trpc::WhenAll' of tRPC: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
  trpc::WhenAll(Futures.begin(), Futures.end()).Then([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'trpc::WhenAll' of tRPC: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
}

void ok_race(std::vector<trpc::Future<int>> Futures) {
  trpc::WhenAny(Futures.begin(), Futures.end()).Then([] {});
}
