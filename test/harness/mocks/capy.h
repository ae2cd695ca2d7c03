// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Capy and Corosio, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CAPY_H
#define ASYNC_TIDY_TEST_MOCKS_CAPY_H

#include "mock_task.h"

#include <chrono>
#include <string_view>
#include <tuple>
#include <utility>

namespace boost {
namespace capy {
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await() &&;
};
template <class... A>
task<std::tuple<mock::void_to_unit<mock::result_of<A>>...>> when_all(A...);
template <class... A> task<int> when_any(A...);
template <class Executor> struct run_async_wrapper {
  template <class T> void operator()(task<T>) &&;
};
template <class Executor> run_async_wrapper<Executor> run_async(Executor);
} // namespace capy
namespace corosio {
// What is public is a base's.
class io_timer {
public:
  using duration = std::chrono::steady_clock::duration;
  using time_point = std::chrono::steady_clock::time_point;
  capy::task<> wait();
};
class timer : public io_timer {};
template <class A> capy::task<int> cancel_at(A &&, timer &, timer::time_point);
template <class A> capy::task<int> cancel_after(A &&, timer &, timer::duration);
class io_read_stream {
public:
  template <class Buffers> capy::task<int> read_some(const Buffers &);
};
class io_write_stream {
public:
  template <class Buffers> capy::task<int> write_some(const Buffers &);
};
class io_stream : public io_read_stream, public io_write_stream {};
class tcp_socket : public io_stream {
public:
  capy::task<int> connect(int Peer);
};
class tcp_acceptor {
public:
  capy::task<int> accept(tcp_socket &);
};
class tls_stream {
public:
  template <class Buffers> capy::task<int> read_some(const Buffers &);
  template <class Buffers> capy::task<int> write_some(const Buffers &);
};
class resolver {
public:
  capy::task<int> resolve(std::string_view Host, std::string_view Service);
};
template <class A, class Rep, class Period>
capy::task<mock::result_of<A>> cancel_after(A &&,
                                            std::chrono::duration<Rep, Period>);
} // namespace corosio
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_CAPY_H
