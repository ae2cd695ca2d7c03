// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does every mocked coroutine type need?
//
// The mocks declare names and types the way a library does, so that clang
// builds the same AST from a call site; nothing in them runs. A task type is a
// class template of the library's own with these two members:
//
//   using promise_type = mock::promise<task<T>, T>;
//   mock::awaiter<T> operator co_await() &&;

#ifndef ASYNC_TIDY_TEST_MOCKS_MOCK_TASK_H
#define ASYNC_TIDY_TEST_MOCKS_MOCK_TASK_H

#include <coroutine>

namespace mock {

template <class T> struct awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  T await_resume() const;
};

template <class Task> struct promise_base {
  Task get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};
template <class Task, class T> struct promise : promise_base<Task> {
  template <class U> void return_value(U &&);
};
template <class Task> struct promise<Task, void> : promise_base<Task> {
  void return_void();
};

/// A value out of nowhere. Mocked templates that may be given a lambda need a
/// body: a function whose type has no linkage must be defined where it is used.
template <class T> T make() { __builtin_unreachable(); }

/// What co_await of T gives, for the results of combinators.
template <class T>
auto await_result_of(T &&Awaitable) -> decltype(static_cast<T &&>(Awaitable)
                                                    .operator co_await()
                                                    .await_resume());
template <class T>
auto await_result_of(T &&Awaitable)
    -> decltype(static_cast<T &&>(Awaitable).await_resume());
template <class T> struct remove_reference {
  using type = T;
};
template <class T> struct remove_reference<T &> {
  using type = T;
};
template <class T> struct remove_reference<T &&> {
  using type = T;
};
template <class T>
using result_of = decltype(mock::await_result_of(
    mock::make<typename remove_reference<T>::type>()));

/// void as a member of a tuple.
struct unit {};
template <class T> struct void_to_unit_impl {
  using type = T;
};
template <> struct void_to_unit_impl<void> {
  using type = unit;
};
template <class T> using void_to_unit = typename void_to_unit_impl<T>::type;

} // namespace mock

#endif // ASYNC_TIDY_TEST_MOCKS_MOCK_TASK_H
