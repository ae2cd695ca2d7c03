// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "seastar.h"
void use(int, int);
seastar::future<int> fetch(int);
inline seastar::future<> bad_in_a_header() {
  auto a = fetch(1);
  auto b = fetch(2);
  auto one = co_await std::move(a);
  use(one, co_await std::move(b));
}
