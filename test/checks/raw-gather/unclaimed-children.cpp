// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library's gather takes every awaitable, its adapter only those whose rows say
// `child: yes`. With another child there is a finding and no edit of ours; a team's
// own wrapper may take it.
//
// RUN: cp %s %t.cpp && cp %s %t.team.cpp
// RUN: %clang-tidy -load %plugin -checks='-*,async-raw-gather' --config={} --fix %t.cpp -- -std=c++20 -I%mocks > %t.out
// RUN: grep -c 'warning: raw gather' %t.out | grep -x 4
// RUN: FileCheck %s --input-file %t.cpp
// RUN: %clang-tidy -load %plugin -checks='-*,async-raw-gather' --fix %t.team.cpp \
// RUN:   "--config={CheckOptions: {SafeGather: 'team::all', SafeGatherHeader: 'team.h'}}" -- -std=c++20 -I%mocks
// RUN: FileCheck %s --input-file %t.team.cpp --check-prefix=TEAM
#include "cppcoro.h"

#include <vector>

cppcoro::task<int> work();
struct event {
  mock::awaiter<void> operator co_await() const;
};

event signal();

cppcoro::task<> an_event() {
  co_await cppcoro::when_all(work(), signal());
}
// CHECK: {{^}}  co_await cppcoro::when_all(work(), signal());
// TEAM: {{^}}  co_await team::all(work(), signal());

cppcoro::task<> events(std::vector<event> All) {
  co_await cppcoro::when_all(std::move(All));
}
// CHECK: {{^}}  co_await cppcoro::when_all(std::move(All));

cppcoro::task<> tasks(std::vector<cppcoro::task<int>> All) {
  co_await cppcoro::when_all(std::move(All));
}
// CHECK: {{^}}  co_await safe_async::safe_gather(std::move(All));

cppcoro::task<> two_tasks() { co_await cppcoro::when_all(work(), work()); }
// CHECK: {{^}}cppcoro::task<> two_tasks() { co_await safe_async::safe_gather(work(), work()); }
