// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/libprocess.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "libprocess.h"

process::Future<int> fetch(int Id);

void bad_collect(std::vector<process::Future<int>> Futures) {
  process::collect(Futures).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'process::collect' of libprocess: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  process::collect(fetch(1), fetch(2)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'process::collect' of libprocess: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
}

void bad_await() { process::await(fetch(1), fetch(2)).get(); }
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: raw gather 'process::await' of libprocess: when a child fails, its siblings run on to their end; a failure is lost unless its future is read

namespace other {
template <class... T> int await(T...);
int ok_own() { return await(1, 2); }
} // namespace other
