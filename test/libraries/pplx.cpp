// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/pplx.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "pplx.h"

pplx::task<int> fetch(int Id);
concurrency::task<int> native(int Id);

void bad_iterators(std::vector<pplx::task<int>> Tasks) {
  pplx::when_all(Tasks.begin(), Tasks.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'pplx::when_all' of pplx: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
}

void bad_operator() { auto Values = (fetch(1) && fetch(2) && fetch(3)).get(); }
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: raw gather '&&' of pplx: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others

void bad_on_windows(std::vector<concurrency::task<int>> Tasks) {
  concurrency::when_all(Tasks.begin(), Tasks.end()).wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'concurrency::when_all' of PPL: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  (native(1) && native(2)).wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather '&&' of PPL: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
}

void ok_race(std::vector<pplx::task<int>> Tasks) {
  pplx::when_any(Tasks.begin(), Tasks.end()).get();
  (fetch(1) || fetch(2)).get();
}
