// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/userver.yml found behind an inline namespace?
//
// RUN: %check_async %s async-raw-gather %t

#include "userver.h"

using namespace std::chrono_literals;

userver::engine::TaskWithResult<int> fetch(int Id);

void bad_wait_all() {
  auto A = fetch(1);
  auto B = fetch(2);
  userver::engine::WaitAllChecked(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'userver::engine::WaitAllChecked' of userver: when a child fails, the caller resumes while its siblings run on; the tasks that are left are cancelled and joined only when their objects are destroyed
}

void bad_get_all(std::vector<userver::engine::TaskWithResult<int>> Tasks) {
  auto Values = userver::engine::GetAll(Tasks);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: raw gather 'userver::engine::GetAll' of userver: when a child fails, the caller resumes while its siblings run on; the tasks that are left are cancelled and joined only when their objects are destroyed
}

void bad_with_deadline() {
  auto A = fetch(1);
  auto B = fetch(2);
  if (userver::engine::WaitAllCheckedFor(5s, A, B) !=
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: raw gather 'userver::engine::WaitAllCheckedFor' of userver: when a child fails, the caller resumes while its siblings run on; the tasks that are left are cancelled and joined only when their objects are destroyed
      userver::engine::FutureStatus::kReady)
    return;
}

void ok_race() {
  auto A = fetch(1);
  auto B = fetch(2);
  userver::engine::WaitAny(A, B);
  A.Wait();
}
