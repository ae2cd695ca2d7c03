// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/ytsaurus.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "ytsaurus.h"

using Futures = std::vector<NYT::TFuture<int>>;

void bad_all(Futures A, Futures B, Futures C) {
  NYT::AllSucceeded(std::move(A)).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NYT::AllSucceeded' of YTsaurus: when a child fails, its siblings are cancelled but not joined; the others are asked to stop but nobody waits for them
  NYT::AllSet(std::move(B)).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NYT::AllSet' of YTsaurus: when a child fails, its siblings run on to their end; a failure is lost unless its TErrorOr is read
  NYT::AllSetWithTimeout(std::move(C), std::chrono::seconds(5)).Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'NYT::AllSetWithTimeout' of YTsaurus: when a child fails, the caller resumes while its siblings run on; the failure stays in that child's result
}

void ok_race(Futures A) { NYT::AnySucceeded(std::move(A)).Get(); }
