// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/boost_thread.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_thread.h"

boost::future<int> fetch(int Id);

void bad_when_all(std::vector<boost::future<int>> Futures) {
  auto Both = boost::when_all(fetch(1), fetch(2)).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: raw gather 'boost::when_all' of Boost.Thread: when a child fails, its siblings run on to their end; a failure is lost unless its future is read, and each call starts a thread to wait in
  auto All = boost::when_all(Futures.begin(), Futures.end()).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: raw gather 'boost::when_all' of Boost.Thread: when a child fails, its siblings run on to their end; a failure is lost unless its future is read, and each call starts a thread to wait in
}

void bad_wait_for_all(boost::future<int> A, boost::future<int> B) {
  boost::wait_for_all(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'boost::wait_for_all' of Boost.Thread: when a child fails, its siblings run on to their end; it blocks the thread, and a failure is lost unless its future is read
}

void ok_race() { boost::when_any(fetch(1), fetch(2)).get(); }
