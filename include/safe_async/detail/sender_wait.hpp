// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which sender is a deadline, where the library knows no timed schedulers? The
// standard has none, so we ask for one member function.
#ifndef SAFE_ASYNC_DETAIL_SENDER_WAIT_HPP
#define SAFE_ASYNC_DETAIL_SENDER_WAIT_HPP

#include <safe_async/detail/options.hpp>

namespace safe_async::detail {

/// `timer` is a timed scheduler, or a context that has one.
template <class Timer> auto wait_for(Timer &timer, steady::duration d) {
  if constexpr (requires { timer.schedule_after(d); })
    return timer.schedule_after(d);
  else if constexpr (requires { timer.get_scheduler().schedule_after(d); })
    return timer.get_scheduler().schedule_after(d);
  else
    static_assert(never_true<Timer>,
                  "safe_gather: the timer of timeout(timer, d) must be a "
                  "scheduler with schedule_after(duration)");
}

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_SENDER_WAIT_HPP
