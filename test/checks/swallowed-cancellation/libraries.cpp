// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each library has its own cancellation: a type here, or a channel that no
// handler sees. Error codes are in error-codes.cpp.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "libcoro.h"
#include "seastar.h"
#include "stdexec.h"
#include "unifex.h"

#include <chrono>
#include <exception>
#include <string>

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
// Nobody can tell these to stop: they are given no abort_source.
seastar::future<> ok_out_of_reach(const std::string &path) {
  try {
    if (co_await seastar::file_size(path) == 0)
      co_await seastar::remove_file(path);
  } catch (...) {
    log("failed");
  }
}
// One await that can be cancelled is enough.
seastar::future<> bad_one_in_reach(const std::string &path) {
  try {
    co_await seastar::remove_file(path);
    co_await requests();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Seastar {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const seastar::abort_requested_exception &) {
    // CHECK-FIXES-NEXT: throw;
    log("failed");
  }
}
// Given plain values only, but it says that it can be cancelled.
seastar::future<> bad_abortable() {
  try {
    co_await seastar::sleep_abortable(std::chrono::seconds(1));
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: catch (...) swallows the cancellation of Seastar {{.*}} [async-swallowed-cancellation]
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
