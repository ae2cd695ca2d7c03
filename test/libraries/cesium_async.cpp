// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/cesium_async.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "cesium_async.h"

void bad_all(const CesiumAsync::AsyncSystem &System,
             std::vector<CesiumAsync::Future<int>> Futures) {
  System.all(std::move(Futures)).wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: raw gather 'CesiumAsync::AsyncSystem::all' of CesiumAsync: when a child fails, its siblings run on to their end; the first failure in order is passed on, and the others are lost
}

struct Query {
  int all(std::vector<int>) const;
};
int ok_own(const Query &Q) { return Q.all({1, 2}); }
