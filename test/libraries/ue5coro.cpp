// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/ue5coro.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "ue5coro.h"

using namespace UE5Coro;

TCoroutine<> ping();
TCoroutine<int> fetch(int Id);

TCoroutine<> bad_when_all(const UObject *World) {
  co_await WhenAll(fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'UE5Coro::WhenAll' of UE5Coro: when a child fails, its siblings run on to their end; the failure is lost
  co_await Latent::WhenAll(World, fetch(1), ping());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'UE5Coro::Latent::WhenAll' of UE5Coro: when a child fails, its siblings run on to their end; the failure is lost
}

TCoroutine<> ok_races() {
  co_await WhenAny(fetch(1), Latent::Seconds(5));
  co_await Race(ping(), ping());
}
