// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does one child wait for its turn inside cppcoro's own gather?
//
// cppcoro::when_all_ready starts all of its awaitables and keeps their results.
// safe_gather gives it seats. A seat is an awaitable that holds one child. When
// when_all_ready "starts" it, it only sits down; the last one to sit down
// drives the machine, and the machine says when a seat's child really starts.
// So results, frames and the final count are cppcoro's, and the seat costs no
// frame of its own.
#ifndef SAFE_ASYNC_DETAIL_CPPCORO_SEAT_HPP
#define SAFE_ASYNC_DETAIL_CPPCORO_SEAT_HPP

#include <safe_async/detail/machine.hpp>
#include <safe_async/outcome.hpp>

#include <cppcoro/awaitable_traits.hpp>
#include <cppcoro/cancellation_source.hpp>
#include <cppcoro/cancellation_token.hpp>
#include <cppcoro/detail/get_awaiter.hpp>
#include <cppcoro/operation_cancelled.hpp>

#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace safe_async::detail::cppcoro_lib {

class seat_base;

/// What a seat knows of its gather.
struct group_base {
  virtual void sat_down(seat_base &seat, std::size_t index) noexcept = 0;
  virtual void ended(std::size_t index, child_end how) noexcept = 0;
  virtual bool timed_out(std::size_t index) const noexcept = 0;

  ::cppcoro::cancellation_source source;

protected:
  ~group_base() = default;
};

/// A seat without its child's type.
class seat_base {
public:
  virtual void start() noexcept = 0;
  /// Ends a seat whose child is not started any more.
  void skip() noexcept { coroutine_.resume(); }
  std::exception_ptr error() const noexcept { return error_; }

protected:
  ~seat_base() = default;

  std::coroutine_handle<> coroutine_; // cppcoro's, around this seat
  std::exception_ptr error_;
};

inline child_end how_ended(const std::exception_ptr &error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (const ::cppcoro::operation_cancelled &) {
    return child_end::cancelled;
  } catch (...) {
    return child_end::failure;
  }
}

/// Lets std::optional hold what a function returns without moving it.
template <class F> struct result_of_call {
  F function;
  operator std::invoke_result_t<F>() { return function(); }
};
template <class F> result_of_call(F) -> result_of_call<F>;

template <class F>
concept token_function =
    std::is_invocable_v<F &, ::cppcoro::cancellation_token>;

/// The awaitable of a child, which is one or is a function that makes one.
template <class Child> struct child_traits {
  using awaitable = Child;
};
template <token_function F> struct child_traits<F> {
  using awaitable = std::invoke_result_t<F &, ::cppcoro::cancellation_token>;
};
template <class Child>
using awaitable_of = typename child_traits<Child>::awaitable;
template <class Child>
using traits_of = ::cppcoro::awaitable_traits<awaitable_of<Child> &&>;

template <class Child> class seat final : seat_base {
  using awaitable = awaitable_of<Child>;
  using awaiter = typename traits_of<Child>::awaiter_t;
  static_assert(!std::is_reference_v<awaitable>,
                "safe_gather: a function child returns the awaitable itself, "
                "not a reference to it: it must live until the join");

public:
  using result_type = typename traits_of<Child>::await_result_t;

  seat(group_base &group, std::size_t index, Child &child)
      : group_(&group), index_(index), child_(std::move(child)) {}
  /// Only before it sits down.
  seat(seat &&other)
      : group_(other.group_), index_(other.index_),
        child_(std::move(other.child_)) {}

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> around) noexcept {
    coroutine_ = around;
    group_->sat_down(*this, index_);
  }
  result_type await_resume() {
    if (!started_) {
      if (group_->timed_out(index_))
        throw timeout_error();
      throw ::cppcoro::operation_cancelled();
    }
    try {
      if (error_)
        std::rethrow_exception(error_);
      if constexpr (std::is_void_v<result_type>) {
        awaiting().await_resume();
        group_->ended(index_, child_end::value);
        return;
      } else {
        result_type result = awaiting().await_resume();
        group_->ended(index_, child_end::value);
        return std::forward<result_type>(result);
      }
    } catch (...) {
      error_ = std::current_exception();
    }
    group_->ended(index_, how_ended(error_));
    if (group_->timed_out(index_))
      throw timeout_error();
    std::rethrow_exception(error_);
  }

private:
  void start() noexcept override {
    started_ = true;
    try {
      if (awaiting_child())
        return;
    } catch (...) {
      error_ = std::current_exception();
    }
    coroutine_.resume();
  }

  // True if somebody resumes the coroutine, now or later.
  bool awaiting_child() {
    if constexpr (token_function<Child>)
      made_.emplace(result_of_call{
          [this] { return std::invoke(child_, group_->source.token()); }});
    if constexpr (std::is_reference_v<awaiter>)
      awaiter_ = &::cppcoro::detail::get_awaiter(take());
    else
      awaiter_.emplace(result_of_call{
          [this] { return ::cppcoro::detail::get_awaiter(take()); }});
    awaiter_type &child = awaiting();
    if (child.await_ready())
      return false;
    using suspended = decltype(child.await_suspend(coroutine_));
    if constexpr (std::is_void_v<suspended>) {
      child.await_suspend(coroutine_);
    } else if constexpr (std::is_same_v<suspended, bool>) {
      return child.await_suspend(coroutine_);
    } else {
      child.await_suspend(coroutine_).resume();
    }
    return true;
  }

  using awaiter_type = std::remove_reference_t<awaiter>;
  struct nothing {};

  awaitable &&take() noexcept {
    if constexpr (token_function<Child>)
      return std::move(*made_);
    else
      return std::move(child_);
  }
  awaiter_type &awaiting() noexcept { return *awaiter_; }

  group_base *group_;
  std::size_t index_;
  bool started_ = false;
  Child child_;
  [[no_unique_address]] std::conditional_t<
      token_function<Child>, std::optional<awaitable>, nothing> made_;
  std::conditional_t<std::is_reference_v<awaiter>, awaiter_type *,
                     std::optional<awaiter_type>>
      awaiter_{};
};

} // namespace safe_async::detail::cppcoro_lib

#endif // SAFE_ASYNC_DETAIL_CPPCORO_SEAT_HPP
