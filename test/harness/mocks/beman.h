// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// beman.execution: the class of each object is in a namespace detail, as far as
// clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_BEMAN_H
#define ASYNC_TIDY_TEST_MOCKS_BEMAN_H

#include "mock_task.h"

#include <utility>

namespace beman::execution::detail {
template <class... S> struct mock_sender {};
struct when_all_t {
  template <class... S> mock_sender<S...> operator()(S &&...) const {
    return {};
  }
};
struct when_all_with_variant_t {
  template <class... S> mock_sender<S...> operator()(S &&...) const {
    return {};
  }
};
struct just_t {
  template <class... V> mock_sender<V...> operator()(V &&...) const {
    return {};
  }
};
struct sync_wait_t {
  template <class S> bool operator()(S &&) const { return true; }
};
struct spawn_t {
  template <class S, class Token> void operator()(S &&, Token &&) const {}
};
struct spawn_future_t {
  template <class S, class Token> mock_sender<S> operator()(S &&, Token) const {
    return {};
  }
};
} // namespace beman::execution::detail

namespace beman::execution {
using when_all_t = detail::when_all_t;
using when_all_with_variant_t = detail::when_all_with_variant_t;
inline constexpr when_all_t when_all{};
inline constexpr when_all_with_variant_t when_all_with_variant{};
inline constexpr detail::just_t just{};
inline constexpr detail::sync_wait_t sync_wait{};
inline constexpr detail::spawn_t spawn{};
inline constexpr detail::spawn_future_t spawn_future{};
class counting_scope {
public:
  struct token {};
  token get_token() noexcept;
};
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await();
};
} // namespace beman::execution

#endif // ASYNC_TIDY_TEST_MOCKS_BEMAN_H
