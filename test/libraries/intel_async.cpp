// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Intel's senders share namespace async with async++: are they told apart?
//
// RUN: %check_async %s async-raw-gather %t

#include "intel_async.h"

struct Sender {};
Sender work(int Id);

void bad_when_all() { async::sync_wait(async::when_all(work(1), work(2))); }
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: raw gather 'async::when_all' of async: when a child fails, its siblings are cancelled and joined; the first failure is rethrown

void ok_race() {
  using namespace std::chrono_literals;
  async::sync_wait(async::when_any(work(1), work(2)));
  async::sync_wait(async::timeout_after(work(1), 5s));
}
