// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/unifex.yml found, and nothing else?
//
// Whether a fix is offered depends on the adapters there are, not on the rows;
// fixes are tested in test/checks/raw-gather.
//
// RUN: %clang-tidy -load=%plugin --checks=-*,async-raw-gather --config={} %s \
// RUN:   -- -std=c++20 -I%mocks > %t.txt 2>&1
// RUN: FileCheck %s --input-file=%t.txt --check-prefix=CHECK-MESSAGES \
// RUN:   '--implicit-check-not={{^/.*(warning|error)}}:'

#include "unifex.h"

using namespace std::chrono_literals;

unifex::task<void> ping();
unifex::task<int> fetch(int Id);

unifex::task<void> bad_pack() { co_await unifex::when_all(fetch(1), ping()); }
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: raw gather 'unifex::when_all' of libunifex: when a child fails, its siblings are cancelled and joined; it ends as done, even if every child succeeded, when a stop was requested before the end

unifex::task<void> bad_ranges(std::vector<unifex::task<int>> Tasks) {
  co_await unifex::when_all_range(Tasks.begin(), Tasks.end());
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'unifex::when_all_range' of libunifex: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
  co_await unifex::when_all_range(std::move(Tasks));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: raw gather 'unifex::when_all_range' of libunifex: when a child fails, its siblings are cancelled and joined; the first failure is rethrown
}

unifex::task<void> bad_bounded_by_a_pipe(unifex::scheduler Scheduler) {
  co_await (unifex::when_all(ping(), ping()) |
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: raw gather 'unifex::when_all' of libunifex: when a child fails, its siblings are cancelled and joined; it ends as done, even if every child succeeded, when a stop was requested before the end
            unifex::stop_when(unifex::schedule_after(Scheduler, 5s)));
}

unifex::task<void> ok_race() { co_await unifex::when_any(fetch(1), fetch(2)); }

unifex::task<void> ok_bounded_single(unifex::scheduler Scheduler) {
  co_await unifex::stop_when(ping(), unifex::schedule_after(Scheduler, 5s));
}

// Another object whose class is named _fn.
namespace other {
namespace _when_all {
struct _fn {
  template <class... T> int operator()(T &&...) const;
};
} // namespace _when_all
inline constexpr _when_all::_fn when_all{};
int ok_own() { return when_all(fetch(1), fetch(2)); }
} // namespace other
