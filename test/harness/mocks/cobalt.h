// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Cobalt, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_COBALT_H
#define ASYNC_TIDY_TEST_MOCKS_COBALT_H

#include "boost_asio.h"

#include <cstddef>
#include <exception>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace boost {
namespace system {
template <class T, class E> class result {
public:
  bool has_error() const;
  T &value();
};
template <class E> class result<void, E> {
public:
  bool has_error() const;
  void value();
};
} // namespace system

namespace cobalt {

using executor = asio::any_io_executor;
struct use_op_t {};
inline constexpr use_op_t use_op{};

template <class T = void> struct [[nodiscard]] promise {
  using promise_type = mock::promise<promise, T>;
  promise(promise &&) noexcept;
  mock::awaiter<T> operator co_await();
  void operator+() &&;
  void detach();
  void cancel();
};
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  task(task &&) noexcept;
  mock::awaiter<T> operator co_await();
};

namespace detail {
template <class T> struct combinator {
  mock::awaiter<T> operator co_await() &&;
};
template <class R> using element_t = typename std::decay_t<R>::value_type;
} // namespace detail

template <asio::cancellation_type Ct = asio::cancellation_type::all, class... P>
  requires(!requires(P p) { p.begin(); } && ...)
detail::combinator<
    std::tuple<system::result<mock::result_of<P>, std::exception_ptr>...>>
gather(P &&...);
template <asio::cancellation_type Ct = asio::cancellation_type::all, class R>
  requires requires(R r) { r.begin(); }
detail::combinator<std::vector<
    system::result<mock::result_of<detail::element_t<R>>, std::exception_ptr>>>
gather(R &&);
template <asio::cancellation_type Ct = asio::cancellation_type::all, class... P>
  requires(!requires(P p) { p.begin(); } && ...)
detail::combinator<std::tuple<mock::void_to_unit<mock::result_of<P>>...>>
join(P &&...);
template <asio::cancellation_type Ct = asio::cancellation_type::all, class R>
  requires requires(R r) { r.begin(); }
detail::combinator<
    std::vector<mock::void_to_unit<mock::result_of<detail::element_t<R>>>>>
join(R &&);
template <asio::cancellation_type Ct = asio::cancellation_type::all, class... P>
detail::combinator<std::variant<mock::void_to_unit<mock::result_of<P>>...>>
race(P &&...);
template <asio::cancellation_type Ct = asio::cancellation_type::all, class... P>
detail::combinator<std::variant<mock::void_to_unit<mock::result_of<P>>...>>
left_race(P &&...);

struct wait_group {
  void push_back(promise<void>);
  detail::combinator<void> wait();
  detail::combinator<void> wait_one();
  mock::awaiter<void> operator co_await();
};
template <class T, class Token>
auto spawn(asio::io_context &, task<T> &&, Token &&)
    -> asio::result_t<Token, T>;
template <class T> T run(task<T>);
template <class Scope, class F> promise<void> with(Scope, F &&) {
  return mock::make<promise<void>>();
}
template <class T, class Token>
auto spawn(executor, task<T> &&, Token &&) -> asio::result_t<Token, T>;

template <class T> struct [[nodiscard]] generator {
  mock::awaiter<T> operator co_await();
};
struct detached {};
} // namespace cobalt
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_COBALT_H
