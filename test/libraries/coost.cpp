// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/coost.yml found, and nothing else?
//
// None of them is a gather, so no check speaks up by itself; what each call is
// taken for is printed by --explain.
//
// RUN: %async-tidy --explain %s -- -std=c++20 -I%mocks > %t
// RUN: FileCheck %s --input-file=%t

#include "coost.h"

void calls(const co::wait_group &Group, const co::WaitGroup &Older) {
  co::go([Group] { Group.done(); });
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row go of coost.yml
  Group.wait();
  // CHECK: :[[@LINE-1]]:9: note: {{.*}}row wait_group::wait of coost.yml
  Older.wait();
  // CHECK: :[[@LINE-1]]:9: note: {{.*}}row WaitGroup::wait of coost.yml
  co::sleep(1);
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row sleep of coost.yml
}

// CHECK-NOT: coost.yml
void ok_other(co::event &Other) { Other.wait(); }
