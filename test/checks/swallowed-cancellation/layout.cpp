// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The new handler is laid out like the one it is put in front of.
//
// RUN: %check_async %s async-swallowed-cancellation %t

#include "cppcoro.h"

#include <exception>

void log(const char *);
cppcoro::task<void> work();

cppcoro::task<void> braces_on_their_own_line()
{
    try
    {
        co_await work();
    }
    catch (const std::exception &e)
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} ('cppcoro::operation_cancelled'): {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: catch (const cppcoro::operation_cancelled &)
    // CHECK-FIXES-NEXT: {
    // CHECK-FIXES-NEXT: throw;
    // CHECK-FIXES-NEXT: }
    {
        log(e.what());
    }
}

cppcoro::task<void> catch_on_its_own_line() {
  try {
    co_await work();
  }
  catch (...) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
    // CHECK-FIXES: catch (const cppcoro::operation_cancelled &) {
    // CHECK-FIXES-NEXT: throw;
    // CHECK-FIXES-NEXT: }
    log("failed");
  }
}

cppcoro::task<void> one_line() {
  // CHECK-MESSAGES: :[[@LINE+2]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
  // CHECK-FIXES: try { co_await work(); } catch (const cppcoro::operation_cancelled &) { throw; } catch (...) { log("failed"); }
  try { co_await work(); } catch (...) { log("failed"); }
}

// Comments stay where they are.
cppcoro::task<void> comments() {
	try {
		co_await work();
	} /* whatever it was */ catch (...) { // goes on
	// CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
	// CHECK-FIXES: } /* whatever it was */ catch (const cppcoro::operation_cancelled &) {
	// CHECK-FIXES-NEXT: throw;
	// CHECK-FIXES-NEXT: } catch (...) { // goes on
		log("failed");
	}
}

cppcoro::task<void> a_function_try_block() try {
  co_await work();
} catch (...) {
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-swallowed-cancellation]
  // CHECK-FIXES: } catch (const cppcoro::operation_cancelled &) {
  // CHECK-FIXES-NEXT: throw;
  log("failed");
}
