// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gathers without a deadline in macros, templates, aliases and headers.
//
// RUN: %check_async %s async-missing-timeout %t --with=Inputs/place.h -- "--config={CheckOptions: {DefaultTimeout: '30s'}}"

#include "place.h"
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-MESSAGES: place.h:7:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]

// In a macro body it is found and left alone; an argument is edited.
#define BODY() co_await (fetch_row() && fetch_row())
#define SAME(...) __VA_ARGS__
asio::awaitable<void> bad_macro_body() {
  BODY(); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
}
asio::awaitable<void> bad_macro_argument() {
  SAME(co_await (fetch_row() && fetch_row()));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: SAME(co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row()));
}

// In a template: found once, edited where nothing depends on a parameter.
template <class Job> asio::awaitable<void> bad_template(Job) {
  co_await (fetch_row() && fetch_row());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row());
}
template asio::awaitable<void> bad_template(int);
template asio::awaitable<void> bad_template(char);
template <class Job> asio::awaitable<void> bad_dependent(Job job) {
  co_await (job.fetch_row() && job.fetch_row()); // unfixed
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
}
struct job {
  asio::awaitable<void> fetch_row();
};
template asio::awaitable<void> bad_dependent(job);

// However the operator is found.
namespace elsewhere {
namespace operators = boost::asio::experimental::awaitable_operators;
template <class T> using task = boost::asio::awaitable<T>;
task<void> bad_alias() {
  using namespace operators;
  co_await (fetch_row() && fetch_row());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row());
}
task<void> bad_using() {
  using operators::operator&&;
  co_await (fetch_row() && fetch_row());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row());
}
} // namespace elsewhere

// A finding that is silenced takes nothing from the next.
asio::awaitable<void> bad_silenced() {
  co_await (fetch_row() && fetch_row()); // NOLINT(async-missing-timeout)
  co_await (fetch_row() && fetch_row());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-missing-timeout]
  // CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row());
}

// Never evaluated.
using type = decltype(fetch_row() && fetch_row());

// In the header:
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-FIXES: co_await safe_async::safe_gather(safe_async::timeout(std::chrono::seconds(30)), fetch_row(), fetch_row());
