// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do I gather with nothing but the standard library? The std core: a lazy
// task, sync_wait to run it, std::stop_token for cancellation, and blocking
// functions on threads. Include this header; no library is needed.
//
//   safe_async::task<int> both() {
//     auto [a, b] = co_await safe_async::safe_gather(
//         safe_async::timeout(30s), compute(), read_file());
//     co_return a + b;
//   }
//   int main() { return safe_async::sync_wait(both()); }
//
// Children of a gather are
//   task<T>                       a coroutine; it sees the gather's stop token
//   f(std::stop_token) -> task<T> called when the child starts; f lives until
//                                 the join
//   f(std::stop_token) -> T       blocking code: runs on a thread of its own,
//                                 joined before the gather ends; it should
//                                 look at the token now and then
//
// A gather gives a tuple of the values, with monostate for void; nothing if
// all children are void; the value itself for a single child. A caller that is
// cancelled ends in operation_cancelled.
#ifndef SAFE_ASYNC_TASK_HPP
#define SAFE_ASYNC_TASK_HPP

#include <safe_async/detail/core_adapter.hpp>
#include <safe_async/detail/run_loop.hpp>
#include <safe_async/detail/task_promise.hpp>
#include <safe_async/executor.hpp>
#include <safe_async/safe_gather.hpp>

namespace safe_async {

/// A lazy coroutine: it starts when it is awaited, by another task, a gather
/// or sync_wait, and runs where it is awaited. One that was started must be
/// awaited to its end; one that never was may be dropped. Move-only, and not
/// thread-safe itself. T may be void or a reference.
template <class T = void>
class [[nodiscard("a task runs only when it is awaited")]] task {
public:
  using value_type = T;
  using promise_type = detail::promise<T>;

  task(task &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  task &operator=(task other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  ~task() {
    if (self_)
      self_.destroy();
  }

  /// Runs the task with the awaiting task's environment. Its value, or its
  /// exception, is the result.
  auto operator co_await() && noexcept {
    struct awaiter {
      std::coroutine_handle<promise_type> self;
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<>
      await_suspend(std::coroutine_handle<> caller) noexcept {
        self.promise().continuation = caller;
        return self;
      }
      T await_resume() { return detail::take_result(self.promise()); }
    };
    return awaiter{self_};
  }

  /// For runners: gives the task its environment, which must outlive it.
  void bind(const environment &env) noexcept { self_.promise().env = &env; }
  /// For runners: starts the task and calls `l` when it has ended.
  void run(const environment &env, detail::task_listener &l) {
    self_.promise().env = &env;
    self_.promise().listener = &l;
    self_.resume();
  }
  /// For runners: what a task that has ended leaves.
  detail::slot<T> &result() noexcept { return self_.promise().result; }

private:
  friend promise_type;
  explicit task(std::coroutine_handle<promise_type> self) noexcept
      : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

/// What a task may ask about itself, by co_await. Neither suspends.
namespace this_task {
/// The stop token: set when the gather this task runs in is being cancelled.
inline constexpr detail::get_stop_token stop_token{};
/// Executor, timer and stop token; the reference lives as long as the task.
inline constexpr detail::get_environment env{};
} // namespace this_task

/// Suspends the awaiting task for `d`. Throws operation_cancelled as soon as
/// the task is cancelled, at once if it is already. Resumes on its executor.
template <class Rep, class Period>
[[nodiscard]] auto sleep_for(std::chrono::duration<Rep, Period> d) {
  return detail::sleep(detail::deadline_after(d));
}

/// Runs `t` on the calling thread, with a run loop for its executor and timer,
/// and blocks until it has ended. Returns its value or rethrows its exception.
/// `stop` cancels the task from outside.
template <class T> T sync_wait(task<T> t, std::stop_token stop = {}) {
  detail::run_loop loop;
  environment env{&loop, &loop, std::move(stop)};
  return detail::wait_on(loop, std::move(t), env);
}

/// As above, in an environment of the caller's: the task starts on the calling
/// thread, resumes on `env.where`, and the calling thread blocks. Do not call
/// on the only thread of that executor.
template <class T> T sync_wait(task<T> t, const environment &env) {
  detail::run_loop loop;
  return detail::wait_on(loop, std::move(t), env);
}

namespace detail {
template <class T> task<T> promise<T>::get_return_object() noexcept {
  return task<T>(std::coroutine_handle<promise>::from_promise(*this));
}
inline task<void> promise<void>::get_return_object() noexcept {
  return task<void>(std::coroutine_handle<promise>::from_promise(*this));
}
} // namespace detail

} // namespace safe_async

#endif // SAFE_ASYNC_TASK_HPP
