// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for senders of C++26's std::execution, the replacement for
// std::execution::when_all. Needs a standard library that has <execution> with
// senders (__cpp_lib_senders).
//
//   auto both = safe_async::safe_gather(safe_async::timeout(scheduler, 30s),
//                                       fetch_user(), fetch_feed());
//
// All that is said in stdexec.hpp holds here, which runs the same code: values
// in a row, typed errors, the stopped channel, a deadline as
// set_error(timeout_error). Tested on beman.execution under the standard's
// names, because no standard library has senders yet. Under its own names that
// library has a header of its own, beman.hpp.
//
// The standard has no timed scheduler. timeout(scheduler, d) takes one, or a
// context with get_scheduler(), whose member schedule_after(duration) gives a
// sender that completes after that time and stops when it is asked to.
#ifndef SAFE_ASYNC_STD_EXECUTION_HPP
#define SAFE_ASYNC_STD_EXECUTION_HPP

#include <version>
#ifndef __cpp_lib_senders
#error                                                                         \
    "safe_async: this standard library has no senders (__cpp_lib_senders); for NVIDIA's stdexec include <safe_async/stdexec.hpp>"
#endif

#include <safe_async/detail/sender_operation.hpp>
#include <safe_async/detail/sender_wait.hpp>
#include <safe_async/detail/type_set.hpp>
#include <safe_async/safe_gather.hpp>

#include <concepts>
#include <exception>
#include <execution>
#include <optional>
#include <ranges>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::std_senders {
namespace lib = ::std::execution;
namespace stop = ::std;
using sender_mark = lib::sender_tag;
using receiver_mark = lib::receiver_tag;
using operation_state_mark = lib::operation_state_tag;

using safe_async::detail::wait_for;

// clang-format off: the order matters
#include <safe_async/detail/sender_signatures.inc>
#include <safe_async/detail/sender_protocol.inc>
// clang-format on
} // namespace safe_async::detail::std_senders

template <class Sender>
  requires std::derived_from<typename Sender::sender_concept,
                             std::execution::sender_tag>
struct safe_async::adapter_for<Sender> {
  using type = safe_async::detail::std_senders::adapter;
};

#endif // SAFE_ASYNC_STD_EXECUTION_HPP
