// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/kj.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "kj.h"

kj::Promise<int> fetch(int Id);
kj::Promise<void> ping();

kj::Promise<void> bad_join() {
  auto Values = co_await kj::joinPromises(kj::arr(fetch(1), fetch(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'kj::joinPromises' of KJ: when a child fails, its siblings run on to their end; the failure that comes first in argument order is rethrown
}

kj::Promise<void> bad_fail_fast(kj::Timer &Timer, kj::Duration Limit) {
  co_await kj::joinPromisesFailFast(kj::arr(fetch(1), fetch(2)));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'kj::joinPromisesFailFast' of KJ: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  co_await Timer.timeoutAfter(Limit, kj::joinPromisesFailFast(kj::arr(fetch(1), fetch(2))));
  // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: raw gather 'kj::joinPromisesFailFast' of KJ: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

void bad_blocking(kj::WaitScope &Scope) {
  kj::joinPromises(kj::arr(ping(), ping())).wait(Scope);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'kj::joinPromises' of KJ: when a child fails, its siblings run on to their end; the failure that comes first in argument order is rethrown
}

kj::Promise<void> ok_race(kj::Timer &Timer) {
  co_await ping().exclusiveJoin(Timer.afterDelay({}));
  co_await kj::raceSuccessful(kj::arr(fetch(1), fetch(2)));
}
