// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// KJ, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_KJ_H
#define ASYNC_TIDY_TEST_MOCKS_KJ_H

#include "mock_task.h"

#include <cstddef>
#include <utility>

namespace kj {

template <class T> class Array {
public:
  T *begin();
  T *end();
};
struct Duration {};
class WaitScope;
template <class T> class Promise {
public:
  using promise_type = mock::promise<Promise, T>;
  Promise(Promise &&);
  Promise exclusiveJoin(Promise &&);
  template <class F> void detach(F &&) {}
  T wait(WaitScope &);
  mock::awaiter<T> operator co_await();
};
template <class T> Promise<Array<T>> joinPromises(Array<Promise<T>> &&);
Promise<void> joinPromises(Array<Promise<void>> &&);
template <class T> Promise<Array<T>> joinPromisesFailFast(Array<Promise<T>> &&);
template <class T> Promise<T> raceSuccessful(Array<Promise<T>> &&);
template <class... T>
auto arr(T &&...V) -> Array<std::decay_t<decltype((V, ...))>>;
class Timer {
public:
  virtual Promise<void> afterDelay(Duration) = 0;
  template <class T> Promise<T> timeoutAfter(Duration, Promise<T> &&);
};

} // namespace kj

#endif // ASYNC_TIDY_TEST_MOCKS_KJ_H
