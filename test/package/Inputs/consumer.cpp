// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A program outside of this repository that uses the package.
#include <safe_async/task.hpp>

safe_async::task<int> give(int value) { co_return value; }

safe_async::task<int> sum() {
  auto [a, b] = co_await safe_async::safe_gather(
      give(20), [](std::stop_token) { return 22; });
  co_return a + b;
}

int main() {
  static_assert(SAFE_ASYNC_VERSION >= 100);
  return safe_async::sync_wait(sum()) == 42 ? 0 : 1;
}
