// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for children of type asio::awaitable<T, Executor> (standalone
// Asio 1.22 or later), the replacement for `a && b` and make_parallel_group.
// The twin of boost_asio.hpp; see there. Asio before 1.23 does not detect
// coroutines under clang by itself: compile with -DASIO_HAS_CO_AWAIT=1
// -DASIO_HAS_STD_COROUTINE=1.
#ifndef SAFE_ASYNC_ASIO_HPP
#define SAFE_ASYNC_ASIO_HPP

#include <safe_async/detail/asio_common.hpp>
#include <safe_async/safe_gather.hpp>

#include <asio/associated_cancellation_slot.hpp>
#include <asio/associated_executor.hpp>
#include <asio/async_result.hpp>
#include <asio/awaitable.hpp>
#include <asio/cancellation_signal.hpp>
#include <asio/co_spawn.hpp>
#include <asio/dispatch.hpp>
#include <asio/error.hpp>
#include <asio/error_code.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/system_error.hpp>
#include <asio/this_coro.hpp>
#if __has_include(<asio/deferred.hpp>)
#include <asio/deferred.hpp>
#else
#include <asio/use_awaitable.hpp>
#endif

namespace safe_async::detail::standalone_asio {
namespace lib = ::asio;
using error_code = ::asio::error_code;
using system_error = ::asio::system_error;
#if __has_include(<asio/deferred.hpp>)
template <class Executor> using await_token = lib::deferred_t;
#else // costs one coroutine frame more
template <class Executor> using await_token = lib::use_awaitable_t<Executor>;
#endif
// clang-format off: the order matters
#include <safe_async/detail/asio_children.inc>
#include <safe_async/detail/asio_adapter.inc>
// clang-format on
} // namespace safe_async::detail::standalone_asio

template <class T, class Executor>
struct safe_async::adapter_for<asio::awaitable<T, Executor>> {
  using type = safe_async::detail::standalone_asio::adapter;
};

#endif // SAFE_ASYNC_ASIO_HPP
