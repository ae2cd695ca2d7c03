// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Coke, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_COKE_H
#define ASYNC_TIDY_TEST_MOCKS_COKE_H

#include "mock_task.h"

#include <chrono>
#include <utility>
#include <vector>

namespace coke {
template <class T = void> class [[nodiscard]] Task {
public:
  using promise_type = mock::promise<Task, T>;
  mock::awaiter<T> operator co_await() &&;
};
template <class T> Task<std::vector<T>> async_wait(std::vector<Task<T>> &&);
template <class T, class... U>
Task<std::vector<T>> async_wait(Task<T> &&, Task<U> &&...);
template <class T, class... U>
std::vector<T> sync_wait(Task<T> &&, Task<U> &&...);
template <class T> T sync_wait(Task<T> &&);
template <class Rep, class Period>
mock::awaiter<int> sleep(const std::chrono::duration<Rep, Period> &);
} // namespace coke

#endif // ASYNC_TIDY_TEST_MOCKS_COKE_H
