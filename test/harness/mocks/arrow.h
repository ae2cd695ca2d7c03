// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Apache Arrow, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_ARROW_H
#define ASYNC_TIDY_TEST_MOCKS_ARROW_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace arrow {
template <class T> class Result {};
template <class T = int> class Future {
public:
  const Result<T> &result() const &;
  void Wait() const;
  template <class F> Future<> Then(F &&) const {
    return mock::make<Future<>>();
  }
};
template <class T> Future<std::vector<Result<T>>> All(std::vector<Future<T>>);
Future<> AllFinished(const std::vector<Future<>> &);
} // namespace arrow

#endif // ASYNC_TIDY_TEST_MOCKS_ARROW_H
