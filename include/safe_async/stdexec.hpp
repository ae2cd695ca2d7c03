// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for senders of NVIDIA's stdexec, the replacement for when_all.
//
//   exec::timed_thread_context clock;
//   auto scheduler = clock.get_scheduler();
//   auto work = safe_async::safe_gather(safe_async::timeout(scheduler, 30s),
//                                       fetch_user(), fetch_feed())
//               | stdexec::then([](User user, Feed feed) { ... });
//
// Cancellation here is a stop token in the environment and a channel of its
// own, set_stopped; no exception is thrown and none can be caught. So
//   * the result is a sender with the values of when_all, in a row, and the
//     errors of its children in their own types. Errors are not turned into
//     exceptions; a gather of children that can't throw can't throw;
//   * the first end that is no value decides, error or stopped. when_all lets
//     an error that comes after a stop win, and drops all later ones; here
//     they go to on_suppressed, as the exceptions co_await would throw;
//   * a caller that is asked to stop gets set_stopped, even if it had to wait
//     for a child that knows no stop token;
//   * the deadline is set_error(timeout_error). It brings set_error(
//     exception_ptr) with it, because a timer may fail to be made. A timer that
//     ends early, as its context shuts down, counts as the deadline: a deadline
//     that nobody keeps any more would be a lie;
//   * senders have no timer of their own, so timeout(d) and timeout_at(t) don't
//     compile: name a timed scheduler or its context, timeout(scheduler, d);
//   * with return_exceptions each child gives an outcome<T>, where T is void,
//     its value, or a tuple of its values. A child that was stopped holds
//     operation_cancelled.
//
// Children see the caller's environment, all but the stop token. The gather
// completes where the last of children and timer ends, like when_any over a
// when_all and a timer; a coroutine or continues_on brings the caller home.
// A gather allocates nothing; one of a range allocates twice.
//
// Children are senders that say so (sender_concept) and exec::task. A child has
// one way to complete with values; pipe others through into_variant().
#ifndef SAFE_ASYNC_STDEXEC_HPP
#define SAFE_ASYNC_STDEXEC_HPP

#include <safe_async/detail/sender_operation.hpp>
#include <safe_async/detail/type_set.hpp>
#include <safe_async/safe_gather.hpp>

#include <exec/task.hpp>
#include <exec/timed_scheduler.hpp>
#include <stdexec/execution.hpp>

#include <concepts>
#include <exception>
#include <ranges>
#include <tuple>
#include <vector>

namespace safe_async::detail::stdexec_senders {
namespace lib = ::stdexec;
namespace stop = ::stdexec;
using sender_mark = ::stdexec::sender_t;
using receiver_mark = ::stdexec::receiver_t;
using operation_state_mark = ::stdexec::operation_state_t;

/// `timer` is a timed scheduler, or a context that has one.
template <class Timer> auto wait_for(Timer &timer, steady::duration d) {
  if constexpr (requires { timer.get_scheduler(); }) {
    auto scheduler = timer.get_scheduler();
    return wait_for(scheduler, d);
  } else if constexpr (requires { ::exec::now(timer); }) {
    using duration = ::exec::duration_of_t<Timer &>;
    return ::exec::schedule_after(timer, std::chrono::ceil<duration>(d));
  } else {
    static_assert(never_true<Timer>,
                  "safe_gather: the timer of timeout(timer, d) must be a timed "
                  "scheduler, such as that of exec::timed_thread_context");
  }
}

// clang-format off: the order matters
#include <safe_async/detail/sender_signatures.inc>
#include <safe_async/detail/sender_protocol.inc>
// clang-format on
} // namespace safe_async::detail::stdexec_senders

template <class Sender>
  requires std::derived_from<typename Sender::sender_concept, stdexec::sender_t>
struct safe_async::adapter_for<Sender> {
  using type = safe_async::detail::stdexec_senders::adapter;
};

// exec::task is awaited like a sender but does not say that it is one.
template <class T, class Context>
struct safe_async::adapter_for<exec::basic_task<T, Context>> {
  using type = safe_async::detail::stdexec_senders::adapter;
};

#endif // SAFE_ASYNC_STDEXEC_HPP
