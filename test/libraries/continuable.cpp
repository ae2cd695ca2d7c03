// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/continuable.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "continuable.h"

cti::continuable<int> fetch(int Id);

void bad_functions() {
  cti::when_all(fetch(1), fetch(2)).then([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'cti::when_all' of continuable: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others
  cti::when_seq(fetch(1), fetch(2)).then([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'cti::when_seq' of continuable: when a child fails, the children behind it are neither awaited nor cancelled; the failure that comes first in argument order is rethrown
}

void bad_operator() { (fetch(1) && fetch(2) && fetch(3)).then([] {}); }
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: raw gather '&&' of continuable: when a child fails, the caller resumes while its siblings run on; the first failure is passed on, and nobody waits for the others

void ok_race() {
  cti::when_any(fetch(1), fetch(2)).then([] {});
  (fetch(1) || fetch(2)).then([] {});
}
