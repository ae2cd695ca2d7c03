// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QCoro's coroutines, called through its own headers.
//
// LIBRARY: qcoro
// WITH debian: /usr/include/qcoro6 /usr/include/qcoro6/qcoro /usr/include/{multiarch}/qt6 /usr/include/{multiarch}/qt6/QtCore <qcoro/qcorotask.h> -fPIC
#include "calls.h"

#ifdef FROM_MOCK
#include "qcoro.h"
#else
#include <qcoro/qcorotask.h>
#include <qcoro/qcorotimer.h>
#include <QtCore/QObject>
#endif

namespace async_tidy_calls {
void calls() {
  QCoro::waitFor(make<QCoro::Task<int>>());                                // row: waitFor
  QCoro::connect(make<QCoro::Task<int>>(), make<QObject *>(), [](int) {}); // row: connect
  QCoro::sleepFor(1s);                                                     // row: sleepFor
  QCoro::sleepUntil(std::chrono::steady_clock::now());                     // row: sleepUntil
}
} // namespace async_tidy_calls
