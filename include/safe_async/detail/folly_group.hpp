// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on folly? The control block lives in the frame of the
// gather's own coroutine. Every child runs in a BarrierTask, as collectAll
// does it, and a Barrier counts the frames: one per child, one for the caller
// and one for the machine's `complete`. So the caller resumes when the machine
// is done and the last child's frame has come to its end.
//
// Threads: children resume on the caller's executor and drive there. The
// timekeeper and whoever cancels the caller drive on their own thread, but
// only to cancel: when they come, nothing is started any more. If one of them
// is the last to arrive, the caller takes a hop to its executor, so it always
// resumes where collectAll would resume it.
#ifndef SAFE_ASYNC_DETAIL_FOLLY_GROUP_HPP
#define SAFE_ASYNC_DETAIL_FOLLY_GROUP_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/options.hpp>

#include <folly/CancellationToken.h>
#include <folly/ExceptionWrapper.h>
#include <folly/Executor.h>
#include <folly/OperationCancelled.h>
#include <folly/Try.h>
#include <folly/coro/FutureUtil.h>
#include <folly/coro/Task.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/coro/WithCancellation.h>
#include <folly/coro/detail/Barrier.h>
#include <folly/coro/detail/BarrierTask.h>
#include <folly/futures/Future.h>
#include <folly/io/async/Request.h>
#include <folly/lang/MustUseImmediately.h>

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

namespace safe_async::detail::folly_coro {
namespace coro = ::folly::coro;

/// What keeps a child until it is started; also one that must not be moved.
template <class Child>
using mover_of = decltype(::folly::ext::must_use_immediately_unsafe_mover(
    std::declval<Child>()));
template <class Child> mover_of<Child> mover(Child &child) {
  return ::folly::ext::must_use_immediately_unsafe_mover(std::move(child));
}

/// True for folly's cancellation, of coroutines and of futures.
inline bool is_cancellation(const ::folly::exception_wrapper &error) {
  return error.is_compatible_with<::folly::OperationCancelled>() ||
         error.is_compatible_with<::folly::FutureCancellation>();
}

/// A future by itself does not hear of a cancellation; toTaskInterruptOnCancel
/// interrupts it and waits for its end. (Its overload for a SemiFuture loses
/// the value.)
template <class T>
auto interruptible(::folly::Future<T> &&child,
                   const ::folly::Executor::KeepAlive<> &) {
  return coro::toTaskInterruptOnCancel(std::move(child));
}
template <class T>
auto interruptible(::folly::SemiFuture<T> &&child,
                   const ::folly::Executor::KeepAlive<> &executor) {
  return coro::toTaskInterruptOnCancel(std::move(child).via(executor.copy()));
}

/// Takes a child out of its mover, or out of a range.
template <class Kept> auto release(Kept &child) {
  if constexpr (std::is_invocable_v<Kept &&>)
    return std::move(child)();
  else
    return std::move(child);
}

/// What is awaited for a child.
template <class Kept>
auto awaitable_of(Kept &child, const ::folly::Executor::KeepAlive<> &executor) {
  if constexpr (requires { interruptible(release(child), executor); })
    return interruptible(release(child), executor);
  else
    return release(child);
}

/// Who carries out the machine's steps: the caller itself or a child, both on
/// the caller's executor; or the timekeeper or the canceller of the caller.
enum class called_from { caller, child, elsewhere };

template <class Plan, class Batch> struct group {
  group(Plan &p, Batch &b, deadline limit,
        ::folly::Executor::KeepAlive<> caller, ::folly::AsyncStackFrame &parent)
      : plan(p), batch(b), executor(std::move(caller)), frame(parent),
        steps(b.states.data(), setup_of(p, b.size(), limit)) {}

  /// The caller drives from here on.
  void begin(deadline limit) {
    steps.begin();
    if (limit.kind == deadline_kind::in_future)
      arm(limit);
  }
  void caller_cancelled() noexcept {
    if (steps.caller_cancelled())
      drive(called_from::elsewhere);
  }
  void drive(called_from where) noexcept;

  Plan &plan;
  Batch &batch;
  ::folly::Executor::KeepAlive<> executor;
  ::folly::AsyncStackFrame &frame;
  std::shared_ptr<::folly::RequestContext> context =
      ::folly::RequestContext::saveContext();
  ::folly::CancellationSource source;
  ::folly::CancellationToken token = source.getToken();
  coro::detail::Barrier joined{2};
  ::folly::Future<::folly::Unit> timer =
      ::folly::Future<::folly::Unit>::makeEmpty();
  ::folly::exception_wrapper timer_error; // the timekeeper does not work
  bool must_hop = false;
  machine steps;

private:
  void arm(deadline limit) {
    ::folly::Timekeeper *keeper = nullptr; // folly's own
    if constexpr (Plan::has_deadline && !Plan::needs_ambient_timer)
      keeper = &plan.timer();
    timer = ::folly::futures::sleep(std::chrono::ceil<::folly::HighResDuration>(
                                        limit.at - steady::now()),
                                    keeper)
                .toUnsafeFuture()
                .thenTry([this](::folly::Try<::folly::Unit> &&end) noexcept {
                  timer_ended(end);
                });
  }
  void timer_ended(::folly::Try<::folly::Unit> &end) noexcept {
    bool stopped = end.hasException() && is_cancellation(end.exception());
    if (end.hasException() && !stopped)
      timer_error = std::move(end.exception());
    if (!stopped && steps.deadline_passed())
      drive(called_from::elsewhere);
    if (steps.timer_ended())
      drive(called_from::elsewhere);
  }
  template <class Kept, class Result>
  coro::detail::BarrierTask play(Kept &child, Result &result,
                                 std::size_t index);
  void start(std::size_t index, called_from where) noexcept;
  void complete(called_from where) noexcept;
};

/// The coroutine around one child.
template <class Plan, class Batch>
template <class Kept, class Result>
coro::detail::BarrierTask group<Plan, Batch>::play(Kept &child, Result &result,
                                                   std::size_t index) {
  child_end how = child_end::value;
  try {
    using value =
        coro::semi_await_result_t<decltype(awaitable_of(child, executor))>;
    if constexpr (std::is_void_v<value>) {
      co_await coro::co_viaIfAsync(
          executor.get_alias(),
          coro::co_withCancellation(token, awaitable_of(child, executor)));
      result.emplace();
    } else {
      result.emplace(co_await coro::co_viaIfAsync(
          executor.get_alias(),
          coro::co_withCancellation(token, awaitable_of(child, executor))));
    }
  } catch (...) {
    result.emplaceException(std::current_exception());
    how = is_cancellation(result.exception()) ? child_end::cancelled
                                              : child_end::failure;
  }
  if (steps.child_ended(index, how))
    drive(called_from::child);
}

/// A child may change the request context; the next one, and whoever drives,
/// must not see that.
template <class Plan, class Batch>
void group<Plan, Batch>::start(std::size_t index, called_from where) noexcept {
  std::shared_ptr<::folly::RequestContext> drivers;
  if (where == called_from::child)
    drivers = ::folly::RequestContext::setContext(context);
  batch.visit(index, [&](auto &child, auto &result) {
    try {
      auto &task = batch.tasks[index].emplace(play(child, result, index));
      joined.add(1);
      task.start(&joined, frame);
    } catch (...) {
      result.emplaceException(std::current_exception());
      (void)steps.child_ended(index, child_end::failure);
    }
  });
  if (where == called_from::child)
    ::folly::RequestContext::setContext(std::move(drivers));
  else
    ::folly::RequestContext::setContext(context);
}

template <class Plan, class Batch>
void group<Plan, Batch>::complete(called_from where) noexcept {
  if (where != called_from::elsewhere) {
    (void)joined.arrive(); // not the last: the caller or this child's frame is
    return;
  }
  must_hop = true;
  auto drivers = ::folly::RequestContext::saveContext();
  joined.arrive().resume();
  ::folly::RequestContext::setContext(std::move(drivers));
}

template <class Plan, class Batch>
void group<Plan, Batch>::drive(called_from where) noexcept {
  for (;;) {
    switch (steps.next()) {
    case step::idle:
      return;
    case step::start:
      start(steps.index(), where);
      break;
    case step::cancel:
      source.requestCancellation();
      break;
    case step::ask: // folly has one kind of cancellation
      break;
    case step::report:
      batch.visit(steps.index(), [&](auto &, auto &result) {
        plan.suppressed(result.exception().to_exception_ptr());
      });
      break;
    case step::stop_timer:
      timer.cancel();
      break;
    case step::complete:
      return complete(where);
    }
  }
}

} // namespace safe_async::detail::folly_coro

#endif // SAFE_ASYNC_DETAIL_FOLLY_GROUP_HPP
