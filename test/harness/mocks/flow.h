// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// FoundationDB's Flow, in the global namespace, as far as clang's AST of a call
// site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_FLOW_H
#define ASYNC_TIDY_TEST_MOCKS_FLOW_H

#include "mock_task.h"

#include <utility>
#include <vector>

struct Void {};
template <class T> class Future {
public:
  using promise_type = mock::promise<Future, T>;
  mock::awaiter<T> operator co_await() const;
};
template <class T> Future<Void> waitForAll(const std::vector<Future<T>> &);
template <class T>
Future<std::vector<T>> getAll(const std::vector<Future<T>> &);
template <class T> Future<Void> waitForAllReady(const std::vector<Future<T>> &);
template <class T>
Future<Void> waitForAllReadyThenThrow(const std::vector<Future<T>> &);

#endif // ASYNC_TIDY_TEST_MOCKS_FLOW_H
