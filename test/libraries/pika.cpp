// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/pika.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "pika.h"

namespace ex = pika::execution::experimental;

struct Sender {};
Sender work(int Id);

auto bad_pack() { return ex::when_all(work(1), work(2)); }
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: raw gather 'pika::execution::experimental::when_all' of pika: when a child fails, its siblings run on to their end; the first failure is rethrown

auto bad_vector(std::vector<Sender> Senders) {
  return ex::when_all_vector(std::move(Senders));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: raw gather 'pika::execution::experimental::when_all_vector' of pika: when a child fails, its siblings run on to their end; the first failure is rethrown
}

void ok_detached() { ex::start_detached(work(1)); }
