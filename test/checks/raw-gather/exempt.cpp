// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the team exempts is not looked at: files by their path, bodies by the
// name of their function, lambdas in them included.
//
// RUN: %check_async %s async-raw-gather %t --findings-only --with=Inputs/shared.h -- "--config={CheckOptions: {ExemptPaths: '*/shared.h', ExemptFunctions: 'team::wait_*; table::load;main_loop'}}"
// RUN: not %async-tidy --config="{CheckOptions: {ExemptFunctions: '[', ExemptPaths: ''}}" %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=GLOB
// GLOB: ExemptFunctions: '[' is no glob:

#include "shared.h"

namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;

namespace team {
asio::awaitable<void> wait_both() { co_await (one() && one()); }
asio::awaitable<void> wait_in_a_lambda() {
  co_await []() -> asio::awaitable<void> { co_await (one() && one()); }();
}
asio::awaitable<void> bad_await_both() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}
} // namespace team

namespace app {
struct table {
  asio::awaitable<void> load();
  asio::awaitable<void> bad_reload() {
    co_await (one() && one());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
  }
};
asio::awaitable<void> table::load() { co_await (one() && one()); }
} // namespace app

template <class T> asio::awaitable<void> main_loop(T) { co_await (one() && one()); }
template asio::awaitable<void> main_loop(int);

// The name begins at a namespace or class, not inside of a word.
asio::awaitable<void> bad_main_loop() {
  co_await (one() && one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
}
