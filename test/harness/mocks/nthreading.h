// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NThreading, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_NTHREADING_H
#define ASYNC_TIDY_TEST_MOCKS_NTHREADING_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace NThreading {
template <class T> class TFuture {
public:
  void Wait() const;
};
template <class... F> TFuture<void> WaitAll(const F &...);
template <class... F> TFuture<void> WaitExceptionOrAll(const F &...);
template <class... F> TFuture<void> WaitAny(const F &...);
} // namespace NThreading

#endif // ASYNC_TIDY_TEST_MOCKS_NTHREADING_H
