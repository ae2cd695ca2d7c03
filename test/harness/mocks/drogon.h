// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drogon, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_DROGON_H
#define ASYNC_TIDY_TEST_MOCKS_DROGON_H

#include "mock_task.h"

#include <tuple>
#include <utility>
#include <vector>

namespace drogon {
template <class T = void> struct [[nodiscard]] Task {
  using promise_type = mock::promise<Task, T>;
  mock::awaiter<T> operator co_await() const;
};
namespace internal {
template <class... T> struct WhenAllAwaiter : mock::awaiter<int> {};
} // namespace internal
template <class... T> internal::WhenAllAwaiter<T...> when_all(T...);
template <class T>
internal::WhenAllAwaiter<std::vector<Task<T>>> when_all(std::vector<Task<T>>);
template <class T> T sync_wait(Task<T> &&);
mock::awaiter<void> sleepCoro(double) noexcept;
template <class F> void async_run(F &&) {}
class HttpRequest;
class HttpClient {
public:
  mock::awaiter<int> sendRequestCoro(HttpRequest *, double Timeout = 0);
};
namespace orm {
class DbClient {
public:
  template <class... A>
  mock::awaiter<int> execSqlCoro(const char *Sql, A &&...) noexcept;
};
} // namespace orm
struct AsyncTask {};
} // namespace drogon

#endif // ASYNC_TIDY_TEST_MOCKS_DROGON_H
