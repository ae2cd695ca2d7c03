// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// kelcoro, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_KELCORO_H
#define ASYNC_TIDY_TEST_MOCKS_KELCORO_H

#include "mock_task.h"

#include <exception>
#include <tuple>
#include <utility>
#include <vector>

namespace dd {
struct null_context {};
template <class T, class E> struct expected {
  bool has_value() const;
};
template <class T, class Ctx = null_context> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await();
  void start_and_detach();
};
template <class... T, class C>
auto when_all(task<T, C>...)
    -> task<std::tuple<expected<T, std::exception_ptr>...>, C>;
template <class T, class C>
auto when_all(std::vector<task<T, C>>)
    -> task<std::vector<expected<T, std::exception_ptr>>, C>;
template <class... T, class C> auto when_any(task<T, C>...) -> task<int, C>;
struct async_task {
  void get();
};
struct job {};
} // namespace dd

#endif // ASYNC_TIDY_TEST_MOCKS_KELCORO_H
