// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which handlers swallow a cancellation that is an exception type of its own,
// and which let it pass.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "folly.h"

#include <cstdlib>
#include <exception>
#include <stdexcept>

void log(const char *);
void log_failure(std::exception_ptr);
folly::coro::Task<void> work();
folly::coro::Task<int> number();
struct promise {
  void set_exception(std::exception_ptr);
};

folly::coro::Task<void> bad_everything() {
  try {
    co_await work();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: catch (...) swallows the cancellation of folly ('folly::OperationCancelled'): the coroutine ends as if it had done its work, although it was cancelled; rethrow 'folly::OperationCancelled' first [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
    log("failed");
  }
}

folly::coro::Task<void> bad_base_class() {
  for (;;) {
    try {
      co_await work();
    } catch (const std::exception &e) {
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the handler for 'std::exception' swallows the cancellation of folly ('folly::OperationCancelled'): the coroutine goes on although it was cancelled; rethrow 'folly::OperationCancelled' first [async-swallowed-cancellation]
      // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
      // CHECK-FIXES-NEXT: throw;
      log(e.what());
    }
  }
}

// The first handler that takes the cancellation is the one to blame.
folly::coro::Task<int> bad_second_handler() {
  int n = 0;
  try {
    n = co_await number();
  } catch (const std::runtime_error &e) {
    log(e.what());
  } catch (std::exception &e) {
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the handler for 'std::exception' swallows {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
    log(e.what());
  } catch (...) {
    log("failed");
  }
  co_return n;
}

// To name the type and go on is no better; only its author can say what for.
folly::coro::Task<void> bad_own_type() {
  try {
    co_await work();
  } catch (const folly::OperationCancelled &) { // unfixed
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the handler for 'folly::OperationCancelled' swallows the cancellation of folly: the coroutine goes on although it was cancelled; rethrow it, with 'throw;', when this is done [async-swallowed-cancellation]
    log("cancelled");
  }
  co_await work();
}

// A capture that only goes to a log is no capture.
folly::coro::Task<void> bad_logged_capture() {
  try {
    co_await work();
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: catch (...) swallows {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
    log_failure(std::current_exception());
  }
}

folly::coro::Task<bool> bad_result() {
  try {
    co_await work();
    co_return true;
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: catch (...) swallows {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
    co_return false;
  }
}

// What an inner handler lets pass arrives at the outer one.
folly::coro::Task<void> bad_outer() {
  try {
    try {
      co_await work();
    } catch (const std::runtime_error &e) {
      log(e.what());
    } catch (...) {
      log("failed");
      throw;
    }
  } catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: catch (...) swallows {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
    // CHECK-FIXES-NEXT: throw;
  }
}

// What it stops is its own finding.
folly::coro::Task<void> bad_inner() {
  try {
    try {
      co_await work();
    } catch (...) {
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: catch (...) swallows {{.*}} [async-swallowed-cancellation]
      // CHECK-FIXES: } catch (const folly::OperationCancelled &) {
      // CHECK-FIXES-NEXT: throw;
      log("failed");
    }
  } catch (const std::runtime_error &) {
    log("never a cancellation");
  }
}

folly::coro::Task<void> ok_rethrown_first() {
  try {
    co_await work();
  } catch (const folly::OperationCancelled &) {
    throw;
  } catch (...) {
    log("failed");
  }
}

folly::coro::Task<void> ok_rethrown_on_some_path(bool retry) {
  try {
    co_await work();
  } catch (...) {
    if (!retry)
      throw;
  }
}

folly::coro::Task<void> ok_other_types() {
  try {
    co_await work();
  } catch (const std::runtime_error &e) {
    log(e.what());
  }
}

folly::coro::Task<void> ok_kept_for_later() {
  std::exception_ptr failure;
  try {
    co_await work();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure)
    std::rethrow_exception(failure);
}

folly::coro::Task<void> ok_handed_on(promise &p) {
  try {
    co_await work();
  } catch (...) {
    p.set_exception(std::current_exception());
  }
}

folly::coro::Task<void> ok_copied(promise &p) {
  try {
    co_await work();
  } catch (const std::exception &e) {
    p.set_exception(std::make_exception_ptr(e));
  }
}

folly::coro::Task<void> ok_ends_the_program() {
  try {
    co_await work();
  } catch (...) {
    std::terminate();
  }
}

folly::coro::Task<void> ok_aborts() {
  try {
    co_await work();
  } catch (...) {
    std::abort();
  }
}

// One function knows what to do with every exception.
void handle_failure() {
  try {
    throw;
  } catch (const std::runtime_error &e) {
    log(e.what());
  }
}
folly::coro::Task<void> ok_dispatched() {
  try {
    co_await work();
  } catch (...) {
    handle_failure();
  }
}

folly::coro::Task<void> ok_asks_for_the_type() {
  try {
    co_await work();
  } catch (const std::exception &e) {
    if (dynamic_cast<const folly::OperationCancelled *>(&e) == nullptr)
      log(e.what());
  }
}

// Who names the type and jumps away has thought of it.
folly::coro::Task<void> ok_own_type_ends_the_loop() {
  for (;;) {
    try {
      co_await work();
    } catch (const folly::OperationCancelled &) {
      break;
    }
  }
}

folly::coro::Task<void> ok_failure_is_a_value() {
  try {
    co_await folly::coro::co_awaitTry(work());
  } catch (...) {
    log("never a cancellation");
  }
}

folly::coro::Task<void> ok_no_await() {
  try {
    log("work");
  } catch (...) {
    log("failed");
  }
  co_await work();
}

folly::coro::Task<void> ok_await_of_a_lambda() {
  try {
    auto later = []() -> folly::coro::Task<void> { co_await work(); };
    later();
  } catch (...) {
    log("failed");
  }
  co_await work();
}

// Cancelled by the function itself, then joined.
struct source {
  void requestCancellation();
};
folly::coro::Task<void> ok_cancel_then_join(source &stop, folly::coro::Task<void> task) {
  stop.requestCancellation();
  try {
    co_await std::move(task);
  } catch (const folly::OperationCancelled &) {
  }
  log("joined");
}

// The function asks by itself.
struct token {
  bool isCancellationRequested() const;
};
folly::coro::Task<void> ok_loop_asks(token t) {
  while (!t.isCancellationRequested()) {
    try {
      co_await work();
    } catch (...) {
      log("failed");
    }
  }
}
folly::coro::Task<void> ok_asks_afterwards(token t) {
  try {
    co_await work();
  } catch (...) {
    log("failed");
  }
  if (t.isCancellationRequested())
    co_return;
  co_await work();
}

// Cleanup goes on although it was cancelled.
struct server {
  folly::coro::Task<void> close();
  folly::coro::Task<void> shutdown() {
    try {
      co_await work();
    } catch (...) {
      log("failed");
    }
  }
};
folly::coro::Task<void> ok_awaits_cleanup(server &s) {
  try {
    co_await s.close();
  } catch (...) {
    log("failed");
  }
}

// So does a rollback.
struct transaction {
  folly::coro::Task<void> rollback() {
    try {
      co_await work();
    } catch (...) {
      log("failed");
    }
  }
};
