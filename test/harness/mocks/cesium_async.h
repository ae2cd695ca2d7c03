// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// CesiumAsync, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CESIUM_ASYNC_H
#define ASYNC_TIDY_TEST_MOCKS_CESIUM_ASYNC_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace CesiumAsync {
template <class T> class Future {
public:
  T wait();
  T waitInMainThread();
};
class AsyncSystem {
public:
  template <class T>
  Future<std::vector<T>> all(std::vector<Future<T>> &&) const;
};
template <class T> class SharedFuture {
public:
  T &wait();
};
} // namespace CesiumAsync

#endif // ASYNC_TIDY_TEST_MOCKS_CESIUM_ASYNC_H
