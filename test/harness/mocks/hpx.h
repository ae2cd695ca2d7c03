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

// Waiting belongs to a base class.
namespace lcos::detail {
template <class Derived, class T> class future_base {
public:
  void wait() const;
  template <class Rep, class Period>
  int wait_for(std::chrono::duration<Rep, Period>) const;
};
} // namespace lcos::detail
template <class T>
class future : public lcos::detail::future_base<future<T>, T> {
public:
  future(future &&) noexcept;
  T get();
  template <class F> future<void> then(F &&) {
    return mock::make<future<void>>();
  }
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
inline constexpr struct when_all_n_t final
    : functional::tag_base_ns::tag<when_all_n_t,
                                   future<std::vector<future<int>>>> {
} when_all_n{};
inline constexpr struct wait_all_n_t final
    : functional::tag_base_ns::tag<wait_all_n_t, void> {
} wait_all_n{};
inline constexpr struct wait_all_n_nothrow_t final
    : functional::tag_base_ns::tag<wait_all_n_nothrow_t, bool> {
} wait_all_n_nothrow{};
inline constexpr struct when_each_t final
    : functional::tag_base_ns::tag<when_each_t, future<void>> {
} when_each{};
inline constexpr struct wait_each_t final
    : functional::tag_base_ns::tag<wait_each_t, void> {
} wait_each{};
inline constexpr struct when_any_n_t final
    : functional::tag_base_ns::tag<when_any_n_t, future<std::size_t>> {
} when_any_n{};
inline constexpr struct when_some_t final
    : functional::tag_base_ns::tag<when_some_t, future<std::size_t>> {
} when_some{};
inline constexpr struct wait_any_t final
    : functional::tag_base_ns::tag<wait_any_t, void> {
} wait_any{};
inline constexpr struct wait_some_t final
    : functional::tag_base_ns::tag<wait_some_t, void> {
} wait_some{};

namespace execution::experimental {
struct mock_sender {};
inline constexpr struct when_all_t final
    : functional::tag_base_ns::tag<when_all_t, mock_sender> {
} when_all{};
inline constexpr struct when_all_with_variant_t final
    : functional::tag_base_ns::tag<when_all_with_variant_t, mock_sender> {
} when_all_with_variant{};
inline constexpr struct when_all_vector_t final
    : functional::tag_base_ns::tag<when_all_vector_t, mock_sender> {
} when_all_vector{};
} // namespace execution::experimental
template <class T>
class shared_future : public lcos::detail::future_base<shared_future<T>, T> {
public:
  T &get() const;
};
} // namespace hpx

#endif // ASYNC_TIDY_TEST_MOCKS_HPX_H
