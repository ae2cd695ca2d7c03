// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Children that somebody still holds: futures that can be copied share their
// result, so a failure can be looked at where the child is.
//
// RUN: %check_async %s async-unchecked-results %t --findings-only

#include "arrow.h"
#include "hpx.h"
#include "qt.h"

hpx::shared_future<int> start();
hpx::future<int> start_once();
void use(int);

void ok_read_from_the_children() {
  auto a = start(), b = start();
  hpx::when_all(a, b).get();
  use(a.get() + b.get());
}
hpx::future<void> ok_read_in_the_continuation() {
  auto a = start(), b = start();
  return hpx::when_all(a, b).then([a, b](auto &&) { use(a.get() + b.get()); });
}
void ok_members_are_kept(std::vector<arrow::Future<int>> &futures) {
  arrow::All(futures).result();
}
int ok_returned_later(QFuture<int> a, QFuture<int> b) {
  QtFuture::whenAll(a, b).waitForFinished();
  return a.result() + b.result();
}
void ok_elements(std::vector<hpx::shared_future<int>> work) {
  hpx::when_all(work[0], work[1]).get();
  use(work[0].get());
}
void ok_range(std::vector<hpx::shared_future<int>> work) {
  hpx::when_all(work.begin(), work.end()).get();
  for (auto &one : work)
    use(one.get());
}

void bad_nobody_reads_them_later() {
  auto a = start(), b = start();
  hpx::when_all(a, b).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
void bad_moved() {
  auto a = start(), b = start();
  hpx::when_all(std::move(a), std::move(b)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
  a = start();
  b = start();
}
void bad_cannot_be_copied() {
  auto a = start_once(), b = start_once();
  hpx::when_all(a, b).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
  use(a.get());
}
void bad_made_in_place() {
  hpx::when_all(start(), start()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
void bad_one_is_not_kept() {
  auto a = start();
  hpx::when_all(a, start()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
  use(a.get());
}
