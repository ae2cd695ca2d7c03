// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// concurrencpp, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CONCURRENCPP_H
#define ASYNC_TIDY_TEST_MOCKS_CONCURRENCPP_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace concurrencpp {

class executor {};
class inline_executor : public executor {};
template <class T> class result {
public:
  using promise_type = mock::promise<result, T>;
  result(result &&) noexcept;
  T get();
  void wait() const;
  template <class Rep, class Period>
  int wait_for(std::chrono::duration<Rep, Period>) const;
  template <class Clock, class Duration>
  int wait_until(std::chrono::time_point<Clock, Duration>) const;
  mock::awaiter<T> operator co_await();
};
template <class T> class lazy_result {
public:
  using promise_type = mock::promise<lazy_result, T>;
  mock::awaiter<T> operator co_await();
};
template <class Executor, class... R>
lazy_result<std::tuple<std::decay_t<R>...>> when_all(std::shared_ptr<Executor>,
                                                     R &&...);
template <class Executor, class It>
  requires requires(It i) { *i; }
auto when_all(std::shared_ptr<Executor>, It First, It Last)
    -> lazy_result<std::vector<std::decay_t<decltype(*First)>>>;
template <class Executor, class... R>
lazy_result<std::size_t> when_any(std::shared_ptr<Executor>, R &&...);

class timer_queue {
public:
  template <class Executor>
  lazy_result<void> make_delay_object(std::chrono::milliseconds,
                                      std::shared_ptr<Executor>);
};
template <class T> class shared_result {
public:
  T &get();
  mock::awaiter<T &> operator co_await();
};
} // namespace concurrencpp

#endif // ASYNC_TIDY_TEST_MOCKS_CONCURRENCPP_H
