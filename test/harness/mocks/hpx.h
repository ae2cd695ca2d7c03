// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// HPX, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_HPX_H
#define ASYNC_TIDY_TEST_MOCKS_HPX_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace hpx {

template <class T> class future {
public:
  T get();
  void wait() const;
  mock::awaiter<T> operator co_await() &&;
  using promise_type = mock::promise<future, T>;
};

// The call operator belongs to a base class.
namespace functional::tag_base_ns {
template <class Tag, class Result> struct tag {
  template <class... A> Result operator()(A &&...) const {
    return mock::make<Result>();
  }
};
} // namespace functional::tag_base_ns

inline constexpr struct when_all_t final
    : functional::tag_base_ns::tag<when_all_t,
                                   future<std::vector<future<int>>>> {
} when_all{};
inline constexpr struct when_any_t final
    : functional::tag_base_ns::tag<when_any_t, future<std::size_t>> {
} when_any{};
inline constexpr struct wait_all_t final
    : functional::tag_base_ns::tag<wait_all_t, void> {
} wait_all{};
inline constexpr struct wait_all_nothrow_t final
    : functional::tag_base_ns::tag<wait_all_nothrow_t, bool> {
} wait_all_nothrow{};

namespace execution::experimental {
struct mock_sender {};
inline constexpr struct when_all_t final
    : functional::tag_base_ns::tag<when_all_t, mock_sender> {
} when_all{};
} // namespace execution::experimental
} // namespace hpx

#endif // ASYNC_TIDY_TEST_MOCKS_HPX_H
