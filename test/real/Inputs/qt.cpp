// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt's futures, called through its own headers.
//
// LIBRARY: qt
// WITH debian: /usr/include/{multiarch}/qt6 /usr/include/{multiarch}/qt6/QtCore <QtCore/qfuture.h> -fPIC
#include "calls.h"

#ifdef FROM_MOCK
#include "qt.h"
#else
#include <QtCore/QFuture>
#include <QtCore/QList>
#endif

namespace async_tidy_calls {
void calls() {
  using Future = QFuture<int>;
  auto Work = make<QList<Future>>();
  QtFuture::whenAll(make<Future>(), make<QFuture<long>>()); // row: QtFuture::whenAll
  QtFuture::whenAll(make<QList<Future>>().begin(), make<QList<Future>>().end()); // row: QtFuture::whenAll
  QtFuture::whenAny(make<Future>(), make<QFuture<long>>()); // row: QtFuture::whenAny
  Work[0].waitForFinished();                                // row: QFuture::waitForFinished
  Work[0].result();                                         // row: QFuture::result
  Work[0].results();                                        // row: QFuture::results
  Work[0].takeResult();                                     // row: QFuture::takeResult
  Work[0].then([](int) {});                                 // row: QFuture::then
}
} // namespace async_tidy_calls
