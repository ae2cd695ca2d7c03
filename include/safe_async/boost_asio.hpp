// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for children of type boost::asio::awaitable<T, Executor>, the
// replacement for `a && b` and make_parallel_group. Boost 1.81 or later.
//
//   boost::asio::awaitable<void> session() {
//     using namespace std::chrono_literals;
//     auto [user, feed] = co_await safe_async::safe_gather(
//         safe_async::timeout(30s), fetch_user(), fetch_feed());
//   }
//
// The result is a boost::asio::awaitable<R, Executor> with the R of
// `a && b && c`. What Asio itself decides, see detail/asio_adapter.inc.
#ifndef SAFE_ASYNC_BOOST_ASIO_HPP
#define SAFE_ASYNC_BOOST_ASIO_HPP

#include <safe_async/detail/asio_common.hpp>
#include <safe_async/safe_gather.hpp>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/system_error.hpp>

namespace safe_async::detail::boost_asio {
namespace lib = ::boost::asio;
using error_code = ::boost::system::error_code;
using system_error = ::boost::system::system_error;
template <class Executor> using await_token = lib::deferred_t;
// clang-format off: the order matters
#include <safe_async/detail/asio_children.inc>
#include <safe_async/detail/asio_adapter.inc>
// clang-format on
} // namespace safe_async::detail::boost_asio

template <class T, class Executor>
struct safe_async::adapter_for<boost::asio::awaitable<T, Executor>> {
  using type = safe_async::detail::boost_asio::adapter;
};

#endif // SAFE_ASYNC_BOOST_ASIO_HPP
