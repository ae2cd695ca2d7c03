// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/photon.yml found, and nothing else?
//
// None of them is a gather, so no check speaks up by itself; what each call is
// taken for is printed by --explain.
//
// RUN: %async-tidy --explain %s -- -std=c++20 -I%mocks > %t
// RUN: FileCheck %s --input-file=%t

#include "photon.h"

void *work(void *);

void calls(photon::thread *Started) {
  photon::threads_create_join(8, work, nullptr);
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row threads_create_join of photon.yml
  photon::thread_create(work, nullptr);
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row thread_create of photon.yml
  photon::thread_join(photon::thread_enable_join(Started));
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row thread_join of photon.yml
  photon::wait_all();
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row wait_all of photon.yml
  photon::thread_sleep(1);
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row thread_sleep of photon.yml
  photon::thread_usleep(1);
  // CHECK: :[[@LINE-1]]:3: note: {{.*}}row thread_usleep of photon.yml
}

namespace mine {
int wait_all();
// CHECK-NOT: photon.yml
int ok_other() { return wait_all(); }
} // namespace mine
