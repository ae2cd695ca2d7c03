// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The suite says timeout(d); senders have no timer of their own and want to be
// told which one. with_timer turns an option or child of a case into what a
// sender library accepts.
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_SENDER_OPTIONS_H
#define SAFE_ASYNC_TEST_CONFORMANCE_SENDER_OPTIONS_H

#include <safe_async/safe_gather.hpp>

#include <type_traits>
#include <utility>

namespace conformance {

template <class Timer, class Arg> auto with_timer(Timer &timer, Arg arg) {
  if constexpr (requires { arg.duration; })
    return safe_async::timeout(timer, arg.duration);
  else if constexpr (std::is_base_of_v<safe_async::detail::option_base, Arg> &&
                     requires { arg.at; })
    return safe_async::timeout_at(timer, arg.at);
  else
    return arg;
}

template <class... Args>
inline constexpr bool captures =
    (std::is_same_v<Args, safe_async::detail::capture_option> || ...);

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_SENDER_OPTIONS_H
