// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does one child wait for its turn inside the library's own gather?
//
// Libraries that pass stop tokens by hand have a gather that starts all of its
// awaitables and keeps every result: it never throws and never cancels.
// safe_gather gives it seats. A seat is an awaitable that holds one child. When
// the library starts it, it only sits down; the last one to sit down drives the
// machine, and the machine says when a seat's child really starts. So results,
// frames and the final count are the library's, and a seat has no frame.
//
// `Library` names the token side: source, token(source), request(source),
// is_cancellation(error), throw_cancellation().
#ifndef SAFE_ASYNC_DETAIL_TOKEN_SEAT_HPP
#define SAFE_ASYNC_DETAIL_TOKEN_SEAT_HPP

#include <safe_async/detail/machine.hpp>
#include <safe_async/outcome.hpp>

#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace safe_async::detail {

class token_seat_base;

/// What a seat knows of its gather.
template <class Library> struct token_group_base {
  virtual void sat_down(token_seat_base &seat, std::size_t index) noexcept = 0;
  virtual void ended(std::size_t index, child_end how) noexcept = 0;
  virtual bool timed_out(std::size_t index) const noexcept = 0;

  typename Library::source source;

protected:
  ~token_group_base() = default;
};

/// A seat without its child's type.
class token_seat_base {
public:
  virtual void start() noexcept = 0;
  /// Ends a seat whose child is not started any more.
  void skip() noexcept { around_.resume(); }
  const std::exception_ptr &error() const noexcept { return error_; }

protected:
  ~token_seat_base() = default;

  std::coroutine_handle<> around_; // the library's, which awaits this seat
  std::exception_ptr error_;
};

/// Lets std::optional hold what a function returns without moving it.
template <class F> struct made_by {
  F function;
  operator std::invoke_result_t<F>() { return function(); }
};
template <class F> made_by(F) -> made_by<F>;

/// What `co_await` asks: the member, the free function or the thing itself.
template <class Awaitable> decltype(auto) awaiter_of(Awaitable &&awaitable) {
  if constexpr (requires {
                  std::forward<Awaitable>(awaitable).operator co_await();
                })
    return std::forward<Awaitable>(awaitable).operator co_await();
  else if constexpr (requires {
                       operator co_await(std::forward<Awaitable>(awaitable));
                     })
    return operator co_await(std::forward<Awaitable>(awaitable));
  else
    return std::forward<Awaitable>(awaitable);
}

/// A child is an awaitable, or a function that makes one of a token.
template <class Token, class Child> struct token_child {
  static constexpr bool is_function = false;
  using awaitable = Child;
};
template <class Token, class F>
  requires std::is_invocable_v<F &, Token>
struct token_child<Token, F> {
  static constexpr bool is_function = true;
  using awaitable = std::invoke_result_t<F &, Token>;
  static_assert(!std::is_reference_v<awaitable>,
                "safe_gather: a function child returns the awaitable itself, "
                "not a reference to it: it must live until the join");
};

template <class Library, class Child> class token_seat final : token_seat_base {
  using child_type = token_child<typename Library::token_type, Child>;
  using awaitable = typename child_type::awaitable;
  using awaiter = decltype(awaiter_of(std::declval<awaitable>()));
  using awaiter_type = std::remove_reference_t<awaiter>;

public:
  using result_type = decltype(std::declval<awaiter_type &>().await_resume());

  token_seat(token_group_base<Library> &group, std::size_t index, Child &child)
      : group_(&group), index_(index), child_(std::move(child)) {}
  /// Only before it sits down.
  token_seat(token_seat &&other)
      : group_(other.group_), index_(other.index_),
        child_(std::move(other.child_)) {}

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> around) noexcept {
    around_ = around;
    group_->sat_down(*this, index_);
  }
  result_type await_resume() {
    if (!started_) {
      if (group_->timed_out(index_))
        throw timeout_error();
      Library::throw_cancellation();
    }
    try {
      if (error_)
        std::rethrow_exception(error_);
      if constexpr (std::is_void_v<result_type>) {
        awaiter_->await_resume();
        group_->ended(index_, child_end::value);
        return;
      } else {
        result_type result = awaiter_->await_resume();
        group_->ended(index_, child_end::value);
        if constexpr (std::is_reference_v<result_type>)
          return static_cast<result_type>(result);
        else
          return result;
      }
    } catch (...) {
      error_ = std::current_exception();
    }
    group_->ended(index_, Library::is_cancellation(error_)
                              ? child_end::cancelled
                              : child_end::failure);
    if (group_->timed_out(index_))
      throw timeout_error();
    std::rethrow_exception(error_);
  }

private:
  void start() noexcept override {
    started_ = true;
    try {
      if (begin())
        return;
    } catch (...) {
      error_ = std::current_exception();
    }
    around_.resume();
  }

  // True if somebody resumes the coroutine around, now or later.
  bool begin() {
    if constexpr (child_type::is_function)
      made_.emplace(made_by{[this] {
        return std::invoke(child_, Library::token(group_->source));
      }});
    if constexpr (std::is_reference_v<awaiter>)
      awaiter_ = &awaiter_of(take());
    else
      awaiter_.emplace(made_by{[this] { return awaiter_of(take()); }});
    awaiter_type &child = *awaiter_;
    if (child.await_ready())
      return false;
    using suspended = decltype(child.await_suspend(around_));
    if constexpr (std::is_void_v<suspended>)
      child.await_suspend(around_);
    else if constexpr (std::is_same_v<suspended, bool>)
      return child.await_suspend(around_);
    else
      child.await_suspend(around_).resume();
    return true;
  }

  awaitable &&take() noexcept {
    if constexpr (child_type::is_function)
      return std::move(*made_);
    else
      return std::move(child_);
  }

  struct nothing {};
  token_group_base<Library> *group_;
  std::size_t index_;
  bool started_ = false;
  Child child_;
  [[no_unique_address]] std::conditional_t<
      child_type::is_function, std::optional<awaitable>, nothing> made_;
  std::conditional_t<std::is_reference_v<awaiter>, awaiter_type *,
                     std::optional<awaiter_type>>
      awaiter_{};
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_TOKEN_SEAT_HPP
