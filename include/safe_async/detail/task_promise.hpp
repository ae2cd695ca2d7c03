// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a task end, and how does it learn its environment? The promise of
// safe_async::task. A task is awaited by another task, which it resumes, or it
// is run by a gather or sync_wait, which it calls back; either way it gets its
// environment before it starts.
#ifndef SAFE_ASYNC_DETAIL_TASK_PROMISE_HPP
#define SAFE_ASYNC_DETAIL_TASK_PROMISE_HPP

#include <safe_async/detail/slot.hpp>
#include <safe_async/executor.hpp>

#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>

namespace safe_async {
template <class T> class task;

namespace detail {

struct get_environment {};
struct get_stop_token {};

/// Who waits for a task from outside of any coroutine.
struct task_listener {
  void (*ended)(task_listener &) noexcept;
};

template <class Awaiter> struct awaiter_at {
  Awaiter &real;
  bool await_ready() { return real.await_ready(); }
  auto await_suspend(std::coroutine_handle<> self) {
    return real.await_suspend(self);
  }
  decltype(auto) await_resume() { return real.await_resume(); }
};

class promise_base {
public:
  std::suspend_always initial_suspend() noexcept { return {}; }

  struct final_awaiter {
    bool await_ready() noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> self) noexcept {
      promise_base &promise = self.promise();
      if (!promise.listener)
        return promise.continuation;
      promise.listener->ended(*promise.listener);
      return std::noop_coroutine();
    }
    void await_resume() noexcept {}
  };
  final_awaiter final_suspend() noexcept { return {}; }

  struct ready_base {
    bool await_ready() noexcept { return true; }
    void await_suspend(std::coroutine_handle<>) noexcept {}
  };
  auto await_transform(get_environment) noexcept {
    struct awaiter : ready_base {
      const environment *env;
      const environment &await_resume() noexcept { return *env; }
    };
    return awaiter{{}, env};
  }
  auto await_transform(get_stop_token) noexcept {
    struct awaiter : ready_base {
      const environment *env;
      std::stop_token await_resume() noexcept { return env->stop; }
    };
    return awaiter{{}, env};
  }
  // Gives the environment to what wants one. GCC 12 copies an awaiter that
  // comes back as a reference, so one goes back that only points to it.
  template <class Awaitable>
  decltype(auto) await_transform(Awaitable &&awaitable) {
    if constexpr (requires { awaitable.bind(*env); })
      awaitable.bind(*env);
    if constexpr (requires {
                    std::forward<Awaitable>(awaitable).operator co_await();
                  })
      return std::forward<Awaitable>(awaitable).operator co_await();
    else if constexpr (requires {
                         operator co_await(std::forward<Awaitable>(awaitable));
                       })
      return operator co_await(std::forward<Awaitable>(awaitable));
    else
      return awaiter_at<std::remove_reference_t<Awaitable>>{awaitable};
  }

  const environment *env = nullptr;
  std::coroutine_handle<> continuation;
  task_listener *listener = nullptr;
};

template <class T> class promise final : public promise_base {
public:
  task<T> get_return_object() noexcept;
  template <class U = T>
    requires std::is_constructible_v<stored_t<T>, U &&>
  void return_value(U &&value) {
    result.value.emplace(std::forward<U>(value));
  }
  void unhandled_exception() noexcept {
    result.error = std::current_exception();
  }
  slot<T> result;
};

template <> class promise<void> final : public promise_base {
public:
  task<void> get_return_object() noexcept;
  void return_void() { result.value.emplace(); }
  void unhandled_exception() noexcept {
    result.error = std::current_exception();
  }
  slot<void> result;
};

} // namespace detail
} // namespace safe_async

#endif // SAFE_ASYNC_DETAIL_TASK_PROMISE_HPP
