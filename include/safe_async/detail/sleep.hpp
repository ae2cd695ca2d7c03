// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a task wait for a point in time or its cancellation, whichever
// comes first, when both come from other threads? Also how a thread waits for
// a task.
#ifndef SAFE_ASYNC_DETAIL_SLEEP_HPP
#define SAFE_ASYNC_DETAIL_SLEEP_HPP

#include <safe_async/detail/options.hpp>
#include <safe_async/detail/run_loop.hpp>
#include <safe_async/detail/task_promise.hpp>

#include <atomic>
#include <exception>
#include <optional>
#include <stop_token>

namespace safe_async {

namespace detail {

class sleep {
public:
  explicit sleep(deadline until) : until_(until) {}
  sleep(const sleep &) = delete;

  void bind(const environment &env) noexcept { env_ = &env; }
  bool await_ready() const noexcept {
    return env_->stop.stop_requested() || until_.kind == deadline_kind::passed;
  }
  void await_suspend(std::coroutine_handle<> caller) noexcept {
    node_.caller = caller;
    node_.where = env_->where;
    if (until_.kind == deadline_kind::in_future) {
      node_.at = until_.at;
      env_->when->start(node_);
    }
    on_stop_.emplace(env_->stop, wake_up{&node_});
    node_.arrive(); // from here on the caller may be running
  }
  void await_resume() {
    on_stop_.reset();
    if (node_.caller && until_.kind == deadline_kind::in_future)
      env_->when->stop(node_);
    if (env_->stop.stop_requested())
      throw operation_cancelled();
  }

private:
  // Resumes the caller when two have arrived: await_suspend, done with its
  // preparations, and the first of alarm and cancellation.
  struct node : timer::alarm, executor::work {
    node() noexcept : alarm{&fired}, work{&resume} {}
    void wake() noexcept {
      if (!woken.exchange(true))
        arrive();
    }
    void arrive() noexcept {
      if (arrived.fetch_add(1) == 1)
        where->post(*this);
    }
    static void fired(alarm &a) noexcept { static_cast<node &>(a).wake(); }
    static void resume(work &w) noexcept {
      static_cast<node &>(w).caller.resume();
    }
    std::coroutine_handle<> caller;
    executor *where = nullptr;
    std::atomic<bool> woken = false;
    std::atomic<int> arrived = 0;
  };
  struct wake_up {
    node *sleeping;
    void operator()() const noexcept { sleeping->wake(); }
  };

  deadline until_;
  const environment *env_ = nullptr;
  node node_;
  std::optional<std::stop_callback<wake_up>> on_stop_;
};

/// The value of a task that has ended, or its exception.
template <class Promise> decltype(auto) take_result(Promise &promise) {
  if (promise.result.error)
    std::rethrow_exception(std::exchange(promise.result.error, nullptr));
  return promise.result.take();
}

/// Runs `t` and the loop until `t` has ended.
template <class T>
T wait_on(run_loop &loop, task<T> t, const environment &env) {
  struct listener : task_listener {
    run_loop *loop;
  } done{{[](task_listener &l) noexcept {
           static_cast<listener &>(l).loop->finish();
         }},
         &loop};
  t.run(env, done);
  loop.run();
  if (t.result().error)
    std::rethrow_exception(std::exchange(t.result().error, nullptr));
  return t.result().take();
}

} // namespace detail
} // namespace safe_async

#endif // SAFE_ASYNC_DETAIL_SLEEP_HPP
