// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// coost, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_COOST_H
#define ASYNC_TIDY_TEST_MOCKS_COOST_H

namespace co {
template <class F> void go(F &&) {}
void sleep(unsigned Milliseconds);
class wait_group {
public:
  void add(unsigned = 1) const;
  void done() const;
  void wait() const;
};
class WaitGroup {
public:
  void wait() const;
};
class event {
public:
  void wait();
};
} // namespace co

#endif // ASYNC_TIDY_TEST_MOCKS_COOST_H
