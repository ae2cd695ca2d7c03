// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// netcan's asyncio, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_NETCAN_ASYNCIO_H
#define ASYNC_TIDY_TEST_MOCKS_NETCAN_ASYNCIO_H

#include "mock_task.h"

#include <chrono>
#include <tuple>
#include <utility>

namespace asyncio {
template <class T = void> struct [[nodiscard]] Task {
  using promise_type = mock::promise<Task, T>;
  mock::awaiter<T> operator co_await() const;
};
template <class... F>
Task<std::tuple<mock::void_to_unit<mock::result_of<F>>...>> gather(F &&...);
template <class F, class Rep, class Period>
Task<mock::result_of<F>> wait_for(F &&, std::chrono::duration<Rep, Period>);
template <class Rep, class Period>
Task<> sleep(std::chrono::duration<Rep, Period>);
template <class F> mock::result_of<F> run(F &&);
} // namespace asyncio

#endif // ASYNC_TIDY_TEST_MOCKS_NETCAN_ASYNCIO_H
