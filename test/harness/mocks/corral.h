// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Corral, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CORRAL_H
#define ASYNC_TIDY_TEST_MOCKS_CORRAL_H

#include "mock_task.h"

#include <chrono>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace corral {

template <class T = void> class [[nodiscard]] Task {
public:
  using promise_type = mock::promise<Task, T>;
  mock::awaiter<T> operator co_await();
};
template <class T> struct mock_awaitable {
  mock::awaiter<T> operator co_await();
};
template <class A> using result_t = mock::void_to_unit<mock::result_of<A>>;

template <class... A>
  requires(!requires(A a) { a.begin(); } && ...)
mock_awaitable<std::tuple<result_t<A>...>> allOf(A &&...);
template <class R>
  requires requires(R r) { r.begin(); }
mock_awaitable<std::vector<int>> allOf(R &&);
template <class... A>
mock_awaitable<std::tuple<std::optional<result_t<A>>...>> mostOf(A &&...);
template <class... A>
mock_awaitable<std::tuple<std::optional<result_t<A>>...>> anyOf(A &&...);
struct event_loop {};
template <class Loop, class Rep, class Period>
mock_awaitable<void> sleepFor(Loop &, std::chrono::duration<Rep, Period>);

// start() is the base's.
class BasicNursery {
public:
  template <class F> void start(F &&) {}
};
class Nursery : public BasicNursery {};
template <class Loop, class A> mock::result_of<A> run(Loop &, A &&);
} // namespace corral

#endif // ASYNC_TIDY_TEST_MOCKS_CORRAL_H
