// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Capy and Corosio, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CAPY_H
#define ASYNC_TIDY_TEST_MOCKS_CAPY_H

#include "mock_task.h"

#include <chrono>
#include <tuple>
#include <utility>

namespace boost {
namespace capy {
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await() &&;
};
template <class... A>
task<std::tuple<mock::void_to_unit<mock::result_of<A>>...>> when_all(A...);
template <class... A> task<int> when_any(A...);
} // namespace capy
namespace corosio {
class timer {};
template <class A, class Rep, class Period>
capy::task<mock::result_of<A>> cancel_after(A &&,
                                            std::chrono::duration<Rep, Period>);
} // namespace corosio
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_CAPY_H
