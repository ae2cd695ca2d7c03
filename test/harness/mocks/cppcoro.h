// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// cppcoro, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CPPCORO_H
#define ASYNC_TIDY_TEST_MOCKS_CPPCORO_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <tuple>
#include <utility>
#include <vector>

namespace cppcoro {

class cancellation_token {
public:
  void throw_if_cancellation_requested() const;
};
class cancellation_source {
public:
  cancellation_token token() const;
  void request_cancellation();
};
class operation_cancelled : public std::exception {};

template <class T = void> class [[nodiscard]] task {
public:
  using promise_type = mock::promise<task, T>;
  task(task &&) noexcept;
  mock::awaiter<T> operator co_await() &&;
};
template <class T = void> class shared_task {
public:
  using promise_type = mock::promise<shared_task, T>;
  mock::awaiter<T> operator co_await() const;
};

namespace detail {
struct void_value {};
template <class T> struct value_for {
  using type = T;
};
template <> struct value_for<void> {
  using type = void_value;
};
template <class T> class when_all_task {
public:
  T &result();
};
template <> class when_all_task<void> {
public:
  void result();
};
template <class T> struct when_all_awaitable {
  mock::awaiter<T> operator co_await() &&;
};
template <class A>
using result_t = typename value_for<mock::result_of<A>>::type;
} // namespace detail

template <class... A>
detail::when_all_awaitable<std::tuple<detail::result_t<A>...>>
when_all(A &&...);
template <class A>
detail::when_all_awaitable<std::vector<detail::result_t<A>>>
    when_all(std::vector<A>);
template <class... A>
detail::when_all_awaitable<
    std::tuple<detail::when_all_task<mock::result_of<A>>...>>
when_all_ready(A &&...);
template <class A>
detail::when_all_awaitable<
    std::vector<detail::when_all_task<mock::result_of<A>>>>
    when_all_ready(std::vector<A>);
template <class A> mock::result_of<A> sync_wait(A &&);

class async_scope {
public:
  template <class A> void spawn(A &&);
  task<void> join() noexcept;
};
class io_service {
public:
  template <class Rep, class Period>
  task<void> schedule_after(const std::chrono::duration<Rep, Period> &,
                            cancellation_token = {});
};

// Files: what is public is a base's.
class readable_file {
public:
  task<std::size_t> read(std::uint64_t, void *, std::size_t) const noexcept;
};
class writable_file {
public:
  task<std::size_t> write(std::uint64_t, const void *, std::size_t) noexcept;
};
class read_only_file : public readable_file {};
class write_only_file : public writable_file {};

namespace net {
class ip_endpoint {};
class socket {
public:
  task<void> connect(const ip_endpoint &) noexcept;
  task<void> accept(socket &) noexcept;
  task<void> disconnect() noexcept;
  task<std::size_t> send(const void *, std::size_t) noexcept;
  task<std::size_t> send_to(const ip_endpoint &, const void *,
                            std::size_t) noexcept;
  task<std::size_t> recv(void *, std::size_t) noexcept;
  task<std::tuple<std::size_t, ip_endpoint>> recv_from(void *,
                                                       std::size_t) noexcept;
};
} // namespace net
template <class T> struct generator {};
} // namespace cppcoro

#endif // ASYNC_TIDY_TEST_MOCKS_CPPCORO_H
