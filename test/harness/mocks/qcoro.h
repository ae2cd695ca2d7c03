// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QCoro, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_QCORO_H
#define ASYNC_TIDY_TEST_MOCKS_QCORO_H

#include "mock_task.h"

#include <chrono>
#include <utility>

class QObject;
namespace QCoro {
template <class T = void> class Task {
public:
  using promise_type = mock::promise<Task, T>;
  Task(Task &&) noexcept;
  mock::awaiter<T> operator co_await() const;
};
template <class T> T waitFor(Task<T>);
template <class Rep, class Period>
Task<> sleepFor(const std::chrono::duration<Rep, Period> &);
template <class Clock, class Duration>
Task<> sleepUntil(const std::chrono::time_point<Clock, Duration> &);
template <class T, class F> void connect(Task<T> &&, QObject *, F &&) {}
template <class T = void> class LazyTask {
public:
  using promise_type = mock::promise<LazyTask, T>;
  mock::awaiter<T> operator co_await();
};
} // namespace QCoro

#endif // ASYNC_TIDY_TEST_MOCKS_QCORO_H
