// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/qt.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "qt.h"

QFuture<int> fetch(int Id);

void bad_when_all(QList<QFuture<int>> Futures) {
  QtFuture::whenAll(fetch(1), fetch(2)).waitForFinished();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'QtFuture::whenAll' of Qt: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
  QtFuture::whenAll(Futures.begin(), Futures.end()).waitForFinished();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: raw gather 'QtFuture::whenAll' of Qt: when a child fails, its siblings run on to their end; a failure is lost unless its future is read
}

void ok_race() { QtFuture::whenAny(fetch(1), fetch(2)).waitForFinished(); }
