// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can be a child in std-only code, and how does each kind start and end?
#ifndef SAFE_ASYNC_DETAIL_CORE_CHILDREN_HPP
#define SAFE_ASYNC_DETAIL_CORE_CHILDREN_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/sleep.hpp>
#include <safe_async/detail/task_promise.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace safe_async::detail {

template <class T> inline constexpr bool is_task = false;
template <class T> inline constexpr bool is_task<task<T>> = true;

/// Something that stands for work of a coroutine, sender or future library. A
/// blocking function does not return such a thing: its library's adapter is
/// missing.
template <class T>
concept pending_work = requires(T &t) { t.await_ready(); } || requires(T &&t) {
  static_cast<T &&>(t).operator co_await();
} || requires(T &&t) { operator co_await(static_cast<T &&>(t)); } || requires {
  typename T::promise_type;
} || requires { typename T::sender_concept; } || requires(T &t) {
  t.get();
  t.wait();
};

template <class F>
concept token_callable =
    !is_task<F> && std::is_invocable_v<F &, std::stop_token>;
template <class F> using called_t = std::invoke_result_t<F &, std::stop_token>;

template <class F>
concept task_function = token_callable<F> && is_task<called_t<F>>;
template <class F>
concept blocking_function =
    token_callable<F> && !is_task<called_t<F>> && !pending_work<called_t<F>>;

/// What children and the gather they belong to know of each other.
struct core_group_base {
  void (*child_ended)(core_group_base &, std::size_t, child_end) noexcept;
  environment env;

  void report(std::size_t index, const std::exception_ptr &error) noexcept {
    child_ended(*this, index, how(error));
  }
  static child_end how(const std::exception_ptr &error) noexcept {
    return error ? end_of<operation_cancelled>(error) : child_end::value;
  }
};

template <class Child> class core_child;

/// A coroutine; its result stays in its own frame.
template <class T> class core_child<task<T>> : task_listener {
public:
  using value_type = T;

  core_child(task<T> &child) noexcept
      : task_listener{&ended}, child_(std::move(child)) {}
  core_child(core_child &&other) noexcept : core_child(other.child_) {}

  void start(core_group_base &group, std::size_t index) {
    group_ = &group;
    index_ = index;
    child_.run(group.env, *this);
  }
  slot<T> &result() noexcept { return child_.result(); }
  void join() noexcept {}

private:
  static void ended(task_listener &l) noexcept {
    auto &self = static_cast<core_child &>(l);
    self.group_->report(self.index_, self.result().error);
  }

  task<T> child_;
  core_group_base *group_ = nullptr;
  std::size_t index_ = 0;
};

/// A function that makes a coroutine, called with the gather's token.
template <task_function F> class core_child<F> {
  using made = core_child<called_t<F>>;

public:
  using value_type = typename made::value_type;

  core_child(F &child) : function_(std::move(child)) {}
  core_child(core_child &&other) : core_child(other.function_) {}

  void start(core_group_base &group, std::size_t index) {
    called_t<F> child = std::invoke(function_, group.env.stop);
    made_.emplace(child);
    made_->start(group, index);
  }
  slot<value_type> &result() noexcept {
    return made_ ? made_->result() : none_;
  }
  void join() noexcept {}

private:
  F function_;
  std::optional<made> made_;
  slot<value_type> none_; // of a function that threw
};

/// Blocking code, on a thread of its own.
template <blocking_function F> class core_child<F> {
public:
  using value_type = called_t<F>;

  core_child(F &child) : function_(std::move(child)) {}
  core_child(core_child &&other) : core_child(other.function_) {}

  void start(core_group_base &group, std::size_t index) {
    thread_ = std::thread([this, &group, index] {
      try {
        if constexpr (std::is_void_v<value_type>) {
          std::invoke(function_, group.env.stop);
          result_.value.emplace();
        } else {
          result_.value.emplace(std::invoke(function_, group.env.stop));
        }
      } catch (...) {
        result_.error = std::current_exception();
      }
      group.report(index, result_.error);
    });
  }
  slot<value_type> &result() noexcept { return result_; }
  /// The thread has reported; this waits for its last few instructions.
  void join() noexcept {
    if (thread_.joinable())
      thread_.join();
  }

private:
  F function_;
  slot<value_type> result_;
  std::thread thread_;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_CORE_CHILDREN_HPP
