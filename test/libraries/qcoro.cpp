// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/qcoro.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "qcoro.h"

QCoro::Task<> ping();
QCoro::Task<int> fetch(int Id);

// QCoro has no gather.
QCoro::Task<> ok_one_by_one() {
  auto A = fetch(1);
  auto B = fetch(2);
  co_await A;
  co_await B;
  co_await QCoro::sleepFor(std::chrono::seconds(1));
}
