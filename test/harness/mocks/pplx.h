// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pplx and the PPL, whose namespace is another, as far as clang's AST of a call
// site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_PPLX_H
#define ASYNC_TIDY_TEST_MOCKS_PPLX_H

#include "mock_task.h"

#include <utility>
#include <vector>

#define ASYNC_TIDY_MOCK_PPL                                                    \
  template <class T> class task {                                              \
  public:                                                                      \
    T get() const;                                                             \
    int wait() const;                                                          \
    mock::awaiter<T> operator co_await() const;                                \
    using promise_type = mock::promise<task, T>;                               \
  };                                                                           \
  template <class It>                                                          \
  auto when_all(It First, It Last) -> task<std::vector<int>>;                  \
  template <class It> auto when_any(It First, It Last) -> task<int>;           \
  template <class T>                                                           \
  task<std::vector<T>> operator&&(const task<T> &, const task<T> &);           \
  template <class T>                                                           \
  task<std::vector<T>> operator&&(const task<std::vector<T>> &,                \
                                  const task<T> &);                            \
  template <class T> task<T> operator||(const task<T> &, const task<T> &);

namespace pplx {
ASYNC_TIDY_MOCK_PPL
} // namespace pplx
namespace concurrency {
ASYNC_TIDY_MOCK_PPL
} // namespace concurrency

// The HTTP client of the same library.
namespace web::http {
struct methods {
  static const int GET;
};
namespace client {
class http_client {
public:
  pplx::task<int> request(int Method);
};
} // namespace client
} // namespace web::http

#endif // ASYNC_TIDY_TEST_MOCKS_PPLX_H
