// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a child run inside a gather of async_simple? In a seat: a small
// coroutine that awaits the child, keeps its Try and reports the end. It takes
// the place of the detached coroutine that collectAll makes per child, so it
// costs no frame more. Its promise is a LazyPromiseBase, because that is where
// a Lazy looks for its executor and its signal slot.
#ifndef SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_SEAT_HPP
#define SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_SEAT_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/machine.hpp>

#include <async_simple/Executor.h>
#include <async_simple/Signal.h>
#include <async_simple/Try.h>
#include <async_simple/coro/Lazy.h>

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <utility>

namespace safe_async::detail::async_simple_lib {
namespace lib = ::async_simple;

/// What a seat knows of its gather. Called as the seat's last action.
struct group_base {
  virtual void seat_ended(std::size_t index, child_end how) noexcept = 0;

protected:
  ~group_base() = default;
};

class seat {
public:
  struct promise_type : lib::coro::detail::LazyPromiseBase {
    struct report {
      bool await_ready() const noexcept { return false; }
      void
      await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
        promise_type &p = self.promise();
        p.group->seat_ended(p.index, p.how);
      }
      void await_resume() const noexcept {}
    };
    seat get_return_object() noexcept {
      return seat(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    report final_suspend() noexcept { return {}; }
    void return_value(child_end end) noexcept { how = end; }
    void unhandled_exception() noexcept { std::terminate(); }
    /// Awaiters come ready-made: they are not rescheduled.
    template <class Awaiter> Awaiter &&await_transform(Awaiter &&awaiter) {
      return std::forward<Awaiter>(awaiter);
    }

    group_base *group = nullptr;
    std::size_t index = 0;
    child_end how = child_end::value;
  };

  seat() = default;
  seat(seat &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  seat &operator=(seat &&other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  ~seat() {
    if (self_)
      self_.destroy();
  }

  void start(group_base &group, std::size_t index, lib::Executor *executor,
             lib::coro::LazyLocalBase *local) {
    promise_type &p = self_.promise();
    p.group = &group;
    p.index = index;
    p._executor = executor;
    p._lazy_local = local;
    self_.resume();
  }

private:
  explicit seat(std::coroutine_handle<promise_type> self) noexcept
      : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

template <class T> child_end end_of(const lib::Try<T> &result) noexcept {
  return result.hasError()
             ? detail::end_of<lib::SignalException>(result.getException())
             : child_end::value;
}

/// A Lazy runs on the gather's executor, a RescheduleLazy on its own.
template <class T>
auto awaiter_of(lib::coro::Lazy<T> &child, lib::Executor *executor) {
  return child.coAwaitTry().coAwait(executor);
}
template <class T>
auto awaiter_of(lib::coro::RescheduleLazy<T> &child, lib::Executor *) {
  return child.coAwaitTry();
}

template <class Child, class T>
seat sit(Child child, lib::Executor *executor, lib::Try<T> &result) {
  try {
    result = co_await awaiter_of(child, executor);
  } catch (...) {
    result.setException(std::current_exception());
  }
  co_return end_of(result);
}

/// The deadline. A timer that fails can't keep it: it counts as passed.
inline seat wait_for(lib::Executor &timer, lib::Executor::Duration d,
                     lib::Slot *slot) {
  auto hint = static_cast<std::uint64_t>(lib::Executor::Priority::DEFAULT);
  try {
    co_await timer.after(d, hint, slot).coAwait(&timer);
  } catch (...) {
  }
  co_return child_end::value;
}

/// One child: before it starts, while it runs, and its result.
template <class Child> struct node {
  using value_type = typename Child::ValueType;

  explicit node(Child &c) : child(std::move(c)) {}

  void start(group_base &group, std::size_t index, lib::Executor *executor,
             lib::Signal *signal) {
    local.emplace(signal);
    running = sit(std::move(child), executor, result);
    running.start(group, index, executor, &*local);
  }

  Child child;
  lib::Try<value_type> result;
  std::optional<lib::coro::LazyLocalBase> local; // the child's signal slot
  seat running;
};

} // namespace safe_async::detail::async_simple_lib

#endif // SAFE_ASYNC_DETAIL_ASYNC_SIMPLE_SEAT_HPP
