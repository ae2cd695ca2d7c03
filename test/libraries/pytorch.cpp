// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/pytorch.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "pytorch.h"

using Futures = c10::List<c10::intrusive_ptr<c10::ivalue::Future>>;

void bad_all(Futures Calls) {
  c10::collectAll(Calls)->waitAndThrow();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'c10::collectAll' of PyTorch: when a child fails, the caller resumes while its siblings run on; the first failure is rethrown; wait for every future and look at its hasError()
}

void ok_any(Futures Calls) { c10::collectAny(Calls)->wait(); }

namespace mine {
void collectAll(Futures);
void ok_other(Futures Calls) { mine::collectAll(Calls); }
} // namespace mine
