// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++ has no co_await in a handler: cleanup stands between the capture of an
// exception and its rethrow, and must not fail there.
//
// RUN: %check_async %s async-uncaptured-cleanup %t

#include "folly.h"
#include "seastar.h"

#include <exception>
#include <utility>

struct reader {
  seastar::future<> close();
  seastar::future<> stop() noexcept;
};
seastar::future<> consume(reader &);
void log(const char *);

seastar::future<> bad_close(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  co_await r.close();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'close' is awaited before an exception is rethrown: if it fails, its failure takes the place of that exception, and what follows is not cleaned up; capture its failure, or handle it here [async-uncaptured-cleanup]
  if (failure)
    std::rethrow_exception(failure);
}

seastar::future<> bad_nested(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) {
    co_await r.close();
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
    std::rethrow_exception(failure);
  }
}

seastar::future<> ok_captured(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  co_await r.close().handle_exception([](auto) {});
  if (failure)
    std::rethrow_exception(failure);
}

seastar::future<> ok_handled(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  try {
    co_await r.close();
  } catch (...) {
    log("close");
  }
  if (failure)
    std::rethrow_exception(failure);
}

seastar::future<> ok_noexcept(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  co_await r.stop();
  if (failure)
    std::rethrow_exception(failure);
}

// Behind the rethrow life goes on.
seastar::future<> ok_two_phases(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure)
    std::rethrow_exception(failure);
  co_await consume(r);
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure)
    std::rethrow_exception(failure);
}

seastar::future<> ok_no_rethrow(reader &r) {
  std::exception_ptr failure;
  try {
    co_await consume(r);
  } catch (...) {
    failure = std::current_exception();
  }
  co_await r.close();
  if (failure)
    log("failed");
}

folly::coro::Task<void> work();
folly::coro::Task<void> undo();
folly::coro::Task<void> bad_folly() {
  std::exception_ptr failure;
  try {
    co_await work();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) {
    co_await undo(); // NOLINT(async-uncaptured-cleanup)
    co_await undo();
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'undo' is awaited before {{.*}} [async-uncaptured-cleanup]
    std::rethrow_exception(failure);
  }
}
folly::coro::Task<void> ok_folly() {
  std::exception_ptr failure;
  try {
    co_await work();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) {
    co_await folly::coro::co_awaitTry(undo());
    std::rethrow_exception(failure);
  }
}
