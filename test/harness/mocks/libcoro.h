// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libcoro, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_LIBCORO_H
#define ASYNC_TIDY_TEST_MOCKS_LIBCORO_H

#include "mock_task.h"

#include <chrono>
#include <stop_token>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace coro {

template <class T = void> class task {
public:
  using promise_type = mock::promise<task, T>;
  task(task &&) noexcept;
  mock::awaiter<T> operator co_await() &&;
};

namespace detail {
template <class T> class when_all_task {
public:
  T &return_value() &;
};
template <> class when_all_task<void> {
public:
  void return_value() &;
};
template <class T> struct when_all_ready_awaitable {
  mock::awaiter<T> operator co_await() &&;
};
} // namespace detail

template <class... A>
detail::when_all_ready_awaitable<
    std::tuple<detail::when_all_task<mock::result_of<A>>...>>
when_all(A...);
template <class R>
  requires requires(R r) { r.begin(); }
detail::when_all_ready_awaitable<
    std::vector<detail::when_all_task<mock::result_of<typename R::value_type>>>>
    when_all(R);
template <class... A>
task<std::variant<mock::void_to_unit<mock::result_of<A>>...>> when_any(A...);
template <class... A>
task<std::variant<mock::void_to_unit<mock::result_of<A>>...>>
when_any(std::stop_source, A...);
template <class A> mock::result_of<A> sync_wait(A &&);

enum class timeout_status { timeout };
template <class T, class E> struct expected {
  bool has_value() const;
};
enum class poll_op { read };
class scheduler {
public:
  task<void> schedule();
  template <class T> task<T> schedule(task<T>);
  template <class T, class Rep, class Period>
  task<expected<T, timeout_status>>
      schedule(task<T>, std::chrono::duration<Rep, Period>);
  template <class T, class Rep, class Period>
  task<expected<T, timeout_status>>
      schedule(std::stop_source, task<T>, std::chrono::duration<Rep, Period>);
  template <class Rep, class Period>
  task<void> schedule_after(std::chrono::duration<Rep, Period>);
  template <class Clock, class Duration>
  task<void> schedule_at(std::chrono::time_point<Clock, Duration>);
  template <class Rep, class Period>
  task<void> yield_for(std::chrono::duration<Rep, Period>);
  template <class Clock, class Duration>
  task<void> yield_until(std::chrono::time_point<Clock, Duration>);
  task<int> poll(int File, poll_op);
  bool spawn_detached(task<void> &&);
  task<void> spawn_joinable(task<void> &&);
};

// The same in earlier releases.
class io_scheduler {
public:
  template <class T, class Rep, class Period>
  task<expected<T, timeout_status>>
      schedule(task<T>, std::chrono::duration<Rep, Period>);
  template <class Rep, class Period>
  task<void> schedule_after(std::chrono::duration<Rep, Period>);
  template <class Clock, class Duration>
  task<void> schedule_at(std::chrono::time_point<Clock, Duration>);
  template <class Rep, class Period>
  task<void> yield_for(std::chrono::duration<Rep, Period>);
  template <class Clock, class Duration>
  task<void> yield_until(std::chrono::time_point<Clock, Duration>);
  task<int> poll(int File, poll_op);
  bool spawn(task<void> &&);
};

class thread_pool {
public:
  bool spawn(task<void> &&);
  bool spawn_detached(task<void> &&);
};
template <class Executor> class task_group {
public:
  bool start(task<void> &&);
};

namespace net::tcp {
class client {
public:
  task<int> connect();
  task<int> poll(poll_op);
};
class server {
public:
  task<int> poll();
};
} // namespace net::tcp

template <class T> struct generator {};
} // namespace coro

#endif // ASYNC_TIDY_TEST_MOCKS_LIBCORO_H
