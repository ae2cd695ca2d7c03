// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each library has its own cancellation: a type, an error code, or a channel
// that no handler sees.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "boost_asio.h"
#include "cobalt.h"
#include "libcoro.h"
#include "seastar.h"
#include "stdexec.h"
#include "unifex.h"

#include <exception>
#include <system_error>

void log(const char *);

seastar::future<> requests();
seastar::future<> bad_seastar() {
  try {
    co_await requests();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Seastar ('seastar::abort_requested_exception'): {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const seastar::abort_requested_exception &) {
    // CHECK-FIXES-NEXT: throw;
    log("failed");
  }
}
// A gate that is closed is how Seastar ends its fibers.
seastar::future<> ok_seastar() {
  try {
    co_await requests();
  } catch (const seastar::gate_closed_exception &) {
    co_return;
  }
}

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

// Cancellation that no handler sees.
unifex::task<void> stopped();
unifex::task<void> ok_unifex() {
  try {
    co_await stopped();
  } catch (...) {
    log("failed");
  }
}
exec::task<void> ok_stdexec() {
  try {
    co_await stdexec::just(1);
  } catch (...) {
    log("failed");
  }
}
// A library without cancellation.
coro::task<void> libcoro_work();
coro::task<void> ok_libcoro() {
  try {
    co_await libcoro_work();
  } catch (...) {
    log("failed");
  }
}

// An awaitable that nobody knows is cancelled like its coroutine.
struct event {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
seastar::future<> bad_own_awaitable(event &e) {
  try {
    co_await e;
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Seastar {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const seastar::abort_requested_exception &) {
    // CHECK-FIXES-NEXT: throw;
    log("failed");
  }
}

// A coroutine of no library at all.
struct mine {
  using promise_type = mock::promise<mine, void>;
};
mine ok_unknown(event &e) {
  try {
    co_await e;
  } catch (...) {
    log("failed");
  }
}
