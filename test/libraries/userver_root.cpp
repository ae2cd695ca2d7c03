// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A macro may rename userver's root, also to nothing.
//
// RUN: %check_async %s async-raw-gather %t

#define USERVER_NAMESPACE
#define USERVER_NAMESPACE_BEGIN
#define USERVER_NAMESPACE_END
#include "userver.h"

engine::TaskWithResult<int> fetch(int Id);

void bad_wait_all() {
  auto A = fetch(1);
  auto B = fetch(2);
  engine::WaitAllChecked(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'userver::engine::WaitAllChecked' of userver: when a child fails, the caller resumes while its siblings run on; the tasks that are left are cancelled and joined only when their objects are destroyed
}

void ok_single() { fetch(1).Wait(); }
