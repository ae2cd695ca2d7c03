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
template <class T> class ArrayPtr {
public:
  T *begin() const;
};
using byte = unsigned char;
class Exception {};
struct Duration {};
inline constexpr Duration SECONDS;
Duration operator*(int, Duration);
struct TimePoint {};
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
  virtual Promise<void> atTime(TimePoint) = 0;
  virtual TimePoint now() const = 0;
  template <class T> Promise<T> timeoutAfter(Duration, Promise<T> &&);
  template <class T> Promise<T> timeoutAt(TimePoint, Promise<T> &&);
};

class TaskSet {
public:
  void add(Promise<void> &&);
  Promise<void> onEmpty();
};

class AsyncInputStream {
public:
  Promise<void> read(ArrayPtr<byte>);
  virtual Promise<std::size_t> tryRead(void *, std::size_t, std::size_t) = 0;
};
class AsyncOutputStream {
public:
  virtual Promise<void> write(ArrayPtr<const byte>) = 0;
  Promise<void> write(ArrayPtr<byte>);
};
class NetworkAddress {
public:
  virtual Promise<int> connect() = 0;
};
class ConnectionReceiver {
public:
  virtual Promise<int> accept() = 0;
};

template <class T> class ForkedPromise {
public:
  Promise<T> addBranch();
};
} // namespace kj

#endif // ASYNC_TIDY_TEST_MOCKS_KJ_H
