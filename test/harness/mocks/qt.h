// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt 6, in the global namespace, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_QT_H
#define ASYNC_TIDY_TEST_MOCKS_QT_H

#include "mock_task.h"

#include <utility>
#include <vector>

template <class T> class QList {
public:
  T *begin();
  T *end();
  T &operator[](int);
};
template <class T> class QFuture {
public:
  T result() const;
  T takeResult();
  template <class F> QFuture<void> then(F &&) {
    return mock::make<QFuture<void>>();
  }
  QList<T> results() const;
  void waitForFinished();
};
namespace QtFuture {
template <class... F> QFuture<QList<int>> whenAll(F &&...);
template <class It>
  requires requires(It i) { *i; }
QFuture<QList<int>> whenAll(It First, It Last);
template <class... F> QFuture<int> whenAny(F &&...);
} // namespace QtFuture

#endif // ASYNC_TIDY_TEST_MOCKS_QT_H
