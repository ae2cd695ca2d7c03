// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Failures as values that are lost in what is chained to the gather, before anybody
// can await them. The incident: `return when_all(...).discard_result();`, where
// when_all_succeed would have passed a failure on.
//
// RUN: %check_async %s async-unchecked-results %t --findings-only

#include "folly.h"
#include "seastar.h"

namespace chained {
using seastar::future;
future<int> work();
future<int> quiet();
void use(bool);
void watch(future<std::tuple<future<int>, future<int>>>);
future<> watched(future<std::tuple<future<int>, future<int>>>);

future<> bad_dropped() {
  return seastar::when_all(work(), work()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'seastar::when_all' (Seastar) returns each child's failure as a value, and 'discard_result' throws the results away: the caller never learns of a failure, each is only logged as an ignored exceptional future; use when_all_succeed(...).discard_result(), which passes a failure on [async-unchecked-results]
}
future<> bad_dropped_and_awaited() {
  co_await seastar::when_all(work(), work()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'discard_result' throws the results away: {{.*}} [async-unchecked-results]
}
void bad_dropped_and_waited_for() {
  seastar::when_all(work(), work()).discard_result().get();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'discard_result' throws the results away: {{.*}} [async-unchecked-results]
}
future<> bad_behind_others() {
  return seastar::when_all(work(), work())
      // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'discard_result' throws the results away: {{.*}} [async-unchecked-results]
      .finally([] {})
      .handle_exception([](std::exception_ptr) { return nullptr; })
      .discard_result()
      .finally([] {});
}
future<> bad_only_the_outer_future_ends_the_program() {
  return seastar::when_all(work(), work()).or_terminate();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'or_terminate' throws the results away: {{.*}} [async-unchecked-results]
}
auto bad_in_a_lambda = [] {
  return seastar::when_all(work(), work()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
};
future<> bad_stored() {
  future<> all = seastar::when_all(work(), work()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'discard_result' throws the results away: {{.*}} [async-unchecked-results]
  return all;
}

future<> bad_in_a_variable() {
  auto all = seastar::when_all(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'discard_result' throws the results away: {{.*}} [async-unchecked-results]
  return all.discard_result();
}
future<> bad_variable_is_awaited() {
  auto all = seastar::when_all(work(), work());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} nobody reads the result: {{.*}} [async-unchecked-results]
  co_await std::move(all);
}
future<> ok_variable_is_read() {
  auto all = seastar::when_all(work(), work());
  auto [a, b] = co_await std::move(all);
  use(a.failed() || b.failed());
}
auto ok_variable_is_returned() {
  auto all = seastar::when_all(work(), work());
  return all;
}
future<> ok_variable_is_waived() {
  auto all = seastar::when_all(work(), work());
  (void)co_await std::move(all);
}
future<> ok_variable_is_handed_over() {
  auto all = seastar::when_all(work(), work());
  co_await watched(std::move(all));
}

future<> ok_throws() {
  return seastar::when_all_succeed(work(), work()).discard_result();
}
future<> ok_children_handle_their_failures() {
  return seastar::when_all(
             work().handle_exception([](std::exception_ptr) { return 0; }),
             work().handle_exception([](std::exception_ptr) { return 0; }))
      .discard_result();
}
future<> ok_one_child() { return work().discard_result(); }
void ok_said_so() {
  (void)seastar::when_all(work(), work()).discard_result();
}
future<> ok_said_so_awaiting() {
  (void)co_await seastar::when_all(work(), work()).discard_result();
}
future<> ok_silenced() {
  return seastar::when_all(work(), work()).discard_result(); // NOLINT(async-unchecked-results)
}
future<> stop() {
  return seastar::when_all(work(), work()).discard_result(); // ok: cleanup
}

// Continuations.
future<> bad_unnamed() {
  return seastar::when_all(work(), work()).then([](auto &&) {});
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'seastar::when_all' (Seastar) returns each child's failure as a value, and the callable given to 'then' never reads them: the caller never learns of a failure; look at every result, or mark the parameter {{\[\[}}maybe_unused]] if this is meant [async-unchecked-results]
}
future<> bad_never_read() {
  bool done = false;
  return seastar::when_all(work(), work()).then([&done](auto results) {
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} the callable given to 'then' never reads them: {{.*}} [async-unchecked-results]
    done = true;
  });
}
future<> bad_named_lambda() {
  auto next = [](auto &&...) {};
  co_await seastar::when_all(work(), work()).then_wrapped(next);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} the callable given to 'then_wrapped' never reads them: {{.*}} [async-unchecked-results]
}
folly::Future<folly::Unit> bad_future(folly::SemiFuture<int> a,
                                      folly::SemiFuture<int> b,
                                      folly::Executor *executor) {
  return folly::collectAll(std::move(a), std::move(b))
      // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} the callable given to 'thenValue' never reads them: {{.*}} [async-unchecked-results]
      .via(executor)
      .thenValue([](auto &&) {});
}
folly::SemiFuture<folly::Unit> bad_unit(folly::SemiFuture<int> a,
                                        folly::SemiFuture<int> b) {
  return folly::collectAll(std::move(a), std::move(b)).unit();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} 'unit' throws the results away: the caller never learns of a failure; use collect(...).unit(), which passes the first failure on [async-unchecked-results]
}

future<> ok_read() {
  return seastar::when_all(work(), work()).then([](auto results) {
    use(std::get<0>(results).failed() || std::get<1>(results).failed());
  });
}
future<> ok_read_and_awaited() {
  co_await seastar::when_all(work(), work()).then([](auto results) {
    use(std::get<0>(results).failed());
  });
}
future<> ok_read_in_an_inner_lambda() {
  return seastar::when_all(work(), work()).then([](auto results) {
    return work().then([all = std::move(results)](int) {
      use(std::get<0>(all).failed());
    });
  });
}
future<> ok_read_then_dropped() {
  return seastar::when_all(work(), work())
      .then([](auto results) { use(std::get<0>(results).failed()); })
      .discard_result();
}
future<> ok_parameter_is_marked() {
  return seastar::when_all(work(), work())
      .then([]([[maybe_unused]] auto results) {});
}
future<> ok_parameter_is_named_so() {
  return seastar::when_all(work(), work()).then([](auto ignored) {});
}
future<> ok_parameter_is_named_by_habit() {
  return seastar::when_all(work(), work()).then([](auto _) {});
}
future<> ok_a_function(void (*check)(std::tuple<future<int>, future<int>>)) {
  return seastar::when_all(work(), work()).then(check);
}

// Somebody else's business.
void ok_handed_over() { watch(seastar::when_all(work(), work())); }
future<> ok_handed_over_and_awaited() {
  co_await watched(seastar::when_all(work(), work()));
}
folly::coro::Task<int> job();
folly::coro::Task<void>
    logged(folly::coro::Task<std::tuple<folly::Try<int>, folly::Try<int>>>);
folly::coro::Task<void> ok_coroutine_handed_over() {
  co_await logged(folly::coro::collectAllTry(job(), job()));
}
} // namespace chained

// In macros, templates and aliases.
namespace places {
using chained::work;
#define DROPPED() seastar::when_all(work(), work()).discard_result()
#define SAME(...) __VA_ARGS__
seastar::future<> bad_macro_body() {
  return DROPPED();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
seastar::future<> bad_macro_argument() {
  return SAME(seastar::when_all(work(), work()).discard_result());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
template <class Job> seastar::future<> bad_template(Job job) {
  return seastar::when_all(job(), job()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
template seastar::future<> bad_template(seastar::future<int> (*)());
template seastar::future<> bad_template(seastar::future<char> (*)());
template <class Job> seastar::future<> ok_template(Job job) {
  return seastar::when_all(job(), job()).then([](auto all) {
    chained::use(std::get<0>(all).failed());
  });
}
template seastar::future<> ok_template(seastar::future<int> (*)());
namespace ss = seastar;
template <class T> using later = ss::future<T>;
later<void> bad_alias() {
  using ss::when_all;
  return when_all(work(), work()).discard_result();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [async-unchecked-results]
}
} // namespace places
