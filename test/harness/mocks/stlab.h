// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// stlab, behind its inline namespace, as far as clang's AST of a call site
// goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_STLAB_H
#define ASYNC_TIDY_TEST_MOCKS_STLAB_H

#include "mock_task.h"

#include <chrono>
#include <utility>
#include <vector>

namespace stlab {
inline namespace v2_3_0 {
template <class T> class [[nodiscard]] future {
public:
  using promise_type = mock::promise<future, T>;
  void detach() const;
  mock::awaiter<T> operator co_await() &&;
};
struct default_executor_type {};
inline constexpr default_executor_type default_executor;
struct immediate_executor_type {};
inline constexpr immediate_executor_type immediate_executor;
template <class E, class F, class... T>
future<int> when_all(const E &, F, future<T>...) {
  return mock::make<future<int>>();
}
template <class E, class F, class I>
future<int> when_all(const E &, F, const std::pair<I, I> &) {
  return mock::make<future<int>>();
}
template <class E, class F, class... T>
future<int> when_any(const E &, F, future<T>...) {
  return mock::make<future<int>>();
}
template <class T> T await(future<T> &&);
template <class T>
future<T> await_for(future<T> &&, const std::chrono::nanoseconds &);
template <class T> T blocking_get(future<T> &&);
} // namespace v2_3_0
} // namespace stlab

#endif // ASYNC_TIDY_TEST_MOCKS_STLAB_H
