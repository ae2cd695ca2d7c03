// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async++, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_ASYNCPLUSPLUS_H
#define ASYNC_TIDY_TEST_MOCKS_ASYNCPLUSPLUS_H

#include "mock_task.h"

#include <tuple>
#include <utility>
#include <vector>

namespace async {
template <class T> class task {
public:
  task(task &&) noexcept;
  T get();
};
template <class... T> task<std::tuple<std::decay_t<T>...>> when_all(T &&...);
template <class It>
  requires requires(It i) { *i; }
auto when_all(It First, It Last)
    -> task<std::vector<std::decay_t<decltype(*First)>>>;
template <class... T> task<int> when_any(T &&...);
template <class T> class shared_task {
public:
  T &get() const;
};
} // namespace async

#endif // ASYNC_TIDY_TEST_MOCKS_ASYNCPLUSPLUS_H
