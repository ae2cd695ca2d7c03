// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gathers in cleanup in macros, templates, aliases and headers.
//
// RUN: %check_async %s async-uncaptured-cleanup %t --with=Inputs/place.h

#include "place.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-MESSAGES: place.h:7:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]

// In a macro body it is found and left alone; an argument is edited.
#define BODY() co_await (finish() && finish())
#define SAME(...) __VA_ARGS__
asio::awaitable<void> shutdown_macro_body() {
  BODY(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
}
asio::awaitable<void> shutdown_macro_argument() {
  SAME(co_await (finish() && finish()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-FIXES: SAME(co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish()));
}

// In a template: found once, edited where nothing depends on a parameter.
template <class Job> asio::awaitable<void> shutdown_template(Job) {
  co_await (finish() && finish());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish());
}
template asio::awaitable<void> shutdown_template(int);
template asio::awaitable<void> shutdown_template(char);
template <class Job> asio::awaitable<void> shutdown_dependent(Job job) {
  co_await (job.finish() && job.finish()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
}
struct job {
  asio::awaitable<void> finish();
};
template asio::awaitable<void> shutdown_dependent(job);

// However the operator is found.
namespace elsewhere {
namespace operators = boost::asio::experimental::awaitable_operators;
template <class T> using task = boost::asio::awaitable<T>;
task<void> shutdown_alias() {
  using namespace operators;
  co_await (finish() && finish());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish());
}
task<void> shutdown_using() {
  using operators::operator&&;
  co_await (finish() && finish());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish());
}
} // namespace elsewhere

// A finding that is silenced takes nothing from the next.
asio::awaitable<void> shutdown_silenced() {
  co_await (finish() && finish()); // NOLINT(async-uncaptured-cleanup)
  co_await (finish() && finish());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-uncaptured-cleanup]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish());
}

// Never evaluated.
using type = decltype(finish() && finish());

// In the header:
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-FIXES: co_await safe_async::safe_gather(safe_async::return_exceptions, finish(), finish());
