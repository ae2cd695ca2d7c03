// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libprocess, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_LIBPROCESS_H
#define ASYNC_TIDY_TEST_MOCKS_LIBPROCESS_H

#include "mock_task.h"

#include <tuple>
#include <utility>
#include <vector>

namespace process {
template <class T> class Future {
public:
  const T &get() const;
};
template <class T>
Future<std::vector<T>> collect(const std::vector<Future<T>> &);
template <class... T> Future<std::tuple<T...>> collect(const Future<T> &...);
template <class T>
Future<std::vector<Future<T>>> await(const std::vector<Future<T>> &);
template <class... T>
Future<std::tuple<Future<T>...>> await(const Future<T> &...);
} // namespace process

#endif // ASYNC_TIDY_TEST_MOCKS_LIBPROCESS_H
