// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for senders of beman.execution, the replacement for its when_all.
// Needs C++23, as that library does.
//
//   auto both = safe_async::safe_gather(safe_async::timeout(scheduler, 30s),
//                                       fetch_user(), fetch_feed());
//
// beman.execution is C++26's std::execution under another name, and all that
// is said in std_execution.hpp and stdexec.hpp holds here, which run the same
// code: values in a row, typed errors, the stopped channel, a deadline as
// set_error(timeout_error).
//
// There is no timed scheduler. timeout(scheduler, d) takes one, or a context
// with get_scheduler(), whose member schedule_after(duration) gives a sender
// that completes after that time and stops when it is asked to.
#ifndef SAFE_ASYNC_BEMAN_HPP
#define SAFE_ASYNC_BEMAN_HPP

#include <safe_async/detail/sender_operation.hpp>
#include <safe_async/detail/sender_wait.hpp>
#include <safe_async/detail/type_set.hpp>
#include <safe_async/safe_gather.hpp>

#include <beman/execution/execution.hpp>
#include <beman/execution/stop_token.hpp>

#include <concepts>
#include <exception>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::beman_senders {
namespace lib = ::beman::execution;
namespace stop = ::beman::execution;
using sender_mark = lib::sender_tag;
using receiver_mark = lib::receiver_tag;
using operation_state_mark = lib::operation_state_tag;
using safe_async::detail::wait_for;

// clang-format off: the order matters
#include <safe_async/detail/sender_signatures.inc>
#include <safe_async/detail/sender_protocol.inc>
// clang-format on
} // namespace safe_async::detail::beman_senders

template <class Sender>
  requires std::derived_from<typename Sender::sender_concept,
                             beman::execution::sender_tag>
struct safe_async::adapter_for<Sender> {
  using type = safe_async::detail::beman_senders::adapter;
};

#endif // SAFE_ASYNC_BEMAN_HPP
