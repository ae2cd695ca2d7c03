// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where cancellation is the value of an error code, no handler can be put in
// front: the code has to be looked at.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "boost_asio.h"
#include "cobalt.h"

#include <exception>
#include <system_error>

void log(const char *);

namespace net = boost::asio;
net::awaitable<void> accept();
net::awaitable<void> bad_asio_code() {
  try {
    co_await accept();
  } catch (const net::system_error &e) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: the handler for 'std::system_error' swallows the cancellation of Boost.Asio: {{.*}}; rethrow when the code is that of a cancelled operation [async-swallowed-cancellation]
    log(e.what());
  }
}
net::awaitable<void> bad_asio_base() {
  for (;;) {
    try {
      co_await accept();
    } catch (const std::exception &e) { // unfixed
      // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: the handler for 'std::exception' swallows the cancellation of Boost.Asio: the coroutine goes on {{.*}} [async-swallowed-cancellation]
      log(e.what());
    }
  }
}
net::awaitable<void> ok_asio_asks() {
  try {
    co_await accept();
  } catch (const net::system_error &e) {
    if (e.code() == std::errc::operation_canceled)
      throw;
    log(e.what());
  }
}
net::awaitable<void> ok_asio_value(net::steady_timer &timer) {
  try {
    auto [ec, unit] = co_await timer.async_wait(net::as_tuple(net::use_awaitable));
    (void)ec, (void)unit;
  } catch (...) {
    log("never");
  }
}
net::awaitable<void> ok_asio_executor() {
  try {
    co_await net::this_coro::executor;
  } catch (...) {
    log("never");
  }
}
// The other tokens of an operation throw.
net::awaitable<void> bad_asio_operation(net::steady_timer &timer) {
  try {
    co_await timer.async_wait();
  } catch (...) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Boost.Asio: {{.*}} [async-swallowed-cancellation]
    log("failed");
  }
}

boost::cobalt::promise<void> cobalt_work();
boost::cobalt::task<void> bad_cobalt() {
  try {
    co_await cobalt_work();
  } catch (...) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Boost.Cobalt: {{.*}} [async-swallowed-cancellation]
    log("failed");
  }
}
