// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seastar, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_SEASTAR_H
#define ASYNC_TIDY_TEST_MOCKS_SEASTAR_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <exception>
#include <tuple>
#include <utility>
#include <vector>

namespace seastar {

template <class T = void> class [[nodiscard]] future {
public:
  using value_type = T;
  using promise_type = mock::promise<future, T>;
  future(future &&) noexcept;
  bool failed() const noexcept;
  T get();
  template <class F> future<> then(F &&) { return mock::make<future<>>(); }
  template <class F> future<> then_unpack(F &&) {
    return mock::make<future<>>();
  }
  template <class F> future<> then_wrapped(F &&) {
    return mock::make<future<>>();
  }
  template <class F> future handle_exception_type(F &&) {
    return mock::make<future>();
  }
  future<> discard_result() noexcept;
  future<> or_terminate() noexcept;
  template <class F> future finally(F &&) { return mock::make<future>(); }
  template <class F> future handle_exception(F &&) {
    return mock::make<future>();
  }
  mock::awaiter<T> operator co_await() &&;
};

class abort_source {
public:
  void request_abort() noexcept;
};
class abort_requested_exception : public std::exception {};
class timed_out_error : public std::exception {};
class gate_closed_exception : public std::exception {};
using lowres_clock = std::chrono::steady_clock;

namespace internal {
template <class F> struct future_of {};
template <class F>
  requires requires(F f) { f(); }
struct future_of<F> {
  using type = decltype(std::declval<F>()());
};
template <class T> struct future_of<future<T>> {
  using type = future<T>;
};
template <class F>
using future_of_t = typename future_of<std::decay_t<F>>::type;
} // namespace internal

template <class... F>
future<std::tuple<internal::future_of_t<F>...>> when_all(F &&...) {
  return mock::make<future<std::tuple<internal::future_of_t<F>...>>>();
}
template <class It>
  requires requires(It i) { i->get(); }
auto when_all(It First, It Last)
    -> future<std::vector<std::decay_t<decltype(*First)>>>;
template <class... F>
future<std::tuple<
    mock::void_to_unit<typename internal::future_of_t<F>::value_type>...>>
when_all_succeed(F &&...) {
  return mock::make<future<std::tuple<
      mock::void_to_unit<typename internal::future_of_t<F>::value_type>...>>>();
}
template <class T>
future<std::vector<T>> when_all_succeed(std::vector<future<T>> &&);
template <class It>
  requires requires(It i) { i->get(); }
future<> when_all_succeed(It First, It Last);
template <class... F> future<std::size_t> when_any(F &&...);
template <class Range, class F>
  requires requires(Range r) { r.begin(); }
future<> parallel_for_each(Range &&, F &&) {
  return mock::make<future<>>();
}
template <class It, class F>
future<> parallel_for_each(It First, It Last, F &&) {
  return mock::make<future<>>();
}
template <class Range, class F>
future<> max_concurrent_for_each(Range &&, std::size_t, F &&) {
  return mock::make<future<>>();
}
template <class Clock, class Duration, class T>
future<T> with_timeout(std::chrono::time_point<Clock, Duration>, future<T>);
template <class Rep, class Period>
future<> sleep(std::chrono::duration<Rep, Period>);

template <class Rep, class Period>
future<> sleep_abortable(std::chrono::duration<Rep, Period>);
future<std::uint64_t> file_size(std::string_view);
future<> remove_file(std::string_view);
class gate {
public:
  future<> close() noexcept;
};
template <class F> auto with_gate(gate &, F &&f) -> decltype(f()) {
  return mock::make<decltype(f())>();
}
template <class F> future<> async(F &&) { return mock::make<future<>>(); }
template <class T, class F> auto do_with(T &&t, F &&f) -> decltype(f(t)) {
  return mock::make<decltype(f(t))>();
}

// The outside world.
struct socket_address {};
class connected_socket {};
future<connected_socket> connect(socket_address);
class server_socket {
public:
  future<connected_socket> accept();
};
template <class Char> class input_stream {
public:
  future<std::vector<Char>> read();
  future<std::vector<Char>> read_exactly(std::size_t);
  future<std::vector<Char>> read_up_to(std::size_t);
};
template <class Char> class output_stream {
public:
  future<> write(const Char *);
  future<> flush();
};
enum class open_flags { ro };
class file {
public:
  template <class Char>
  future<std::size_t> dma_read(std::size_t, Char *, std::size_t);
  template <class Char>
  future<std::size_t> dma_write(std::size_t, const Char *, std::size_t);
  future<> flush();
};
future<file> open_file_dma(const char *, open_flags);
template <class T> class queue {
public:
  future<T> pop_eventually();
};
template <class Factory, class Clock = lowres_clock> class basic_semaphore {
public:
  future<> wait(std::size_t = 1);
};
struct semaphore_default_exception_factory {};
using semaphore = basic_semaphore<semaphore_default_exception_factory>;
class condition_variable {
public:
  future<> wait();
};

namespace coroutine {
template <class... F> class [[nodiscard]] all {
public:
  explicit all(F &&...) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  std::tuple<
      mock::void_to_unit<typename internal::future_of_t<F>::value_type>...>
  await_resume() {
    return mock::make<std::tuple<mock::void_to_unit<
        typename internal::future_of_t<F>::value_type>...>>();
  }
};
template <class... F> all(F &&...) -> all<F...>;

template <class F> class [[nodiscard]] parallel_for_each {
public:
  template <class Range, class G>
    requires requires(Range r) { r.begin(); }
  explicit parallel_for_each(Range &&, G &&) {}
  template <class It, class G> explicit parallel_for_each(It, It, G &&) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
template <class Range, class F>
  requires requires(Range r) { r.begin(); }
parallel_for_each(Range &&, F &&) -> parallel_for_each<F>;
template <class It, class F>
parallel_for_each(It, It, F &&) -> parallel_for_each<F>;
namespace experimental {
template <class T> struct generator {};
} // namespace experimental
} // namespace coroutine

} // namespace seastar

#endif // ASYNC_TIDY_TEST_MOCKS_SEASTAR_H
