// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/arrow.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "arrow.h"

void bad_all(std::vector<arrow::Future<int>> Futures) {
  auto Results = arrow::All(Futures).result();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: raw gather 'arrow::All' of Apache Arrow: when a child fails, its siblings run on to their end; a failure is lost unless its Result is read
  arrow::AllFinished(Futures).Wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'arrow::AllFinished' of Apache Arrow: when a child fails, its siblings run on to their end; the first failure is rethrown
}

void ok_single(arrow::Future<int> Future) { Future.Wait(); }
