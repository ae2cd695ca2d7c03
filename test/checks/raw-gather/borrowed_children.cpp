// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cobalt's join takes a named promise by reference; safe_gather takes children
// by value. A fix that leaves the name as it is would not compile, and one that
// adds std::move would take an object the program may still need: so there is
// a finding and no edit.
//
// RUN: cp %s %t.cpp
// RUN: %clang-tidy -load %plugin -checks='-*,async-raw-gather' --fix %t.cpp -- -std=c++20 -I%mocks > %t.out
// RUN: grep -c 'warning: raw gather' %t.out | grep -x 4
// RUN: FileCheck %s --input-file %t.cpp
#include "cobalt.h"

#include <utility>
#include <vector>

namespace cobalt = boost::cobalt;

template <class T> using owned = cobalt::promise<T>;
owned<int> start(int);

cobalt::task<void> named() {
  auto a = start(1);
  auto b = start(2);
  co_await cobalt::join(a, b);
}
// CHECK: {{^}}  co_await cobalt::join(a, b);

cobalt::task<void> named_range(std::vector<owned<int>> all) {
  co_await cobalt::join(all);
}
// CHECK: {{^}}  co_await cobalt::join(all);

cobalt::task<void> moved() {
  auto a = start(1);
  co_await cobalt::join(std::move(a), start(2));
}
// CHECK: {{^}}  co_await safe_async::safe_gather(std::move(a), start(2));

cobalt::task<void> moved_range(std::vector<owned<int>> all) {
  co_await cobalt::join(std::move(all));
}
// CHECK: {{^}}  co_await safe_async::safe_gather(std::move(all));
