// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::future as libc++ declares it: waiting is no member of a base class, and
// all is behind an inline namespace. Included after <future> of libstdc++, it
// makes the plain names ambiguous; hence a file of its own, included last.

#ifndef ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_LIBCXX_H
#define ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_LIBCXX_H

#include <chrono>

namespace std {
inline namespace __1 {
template <class T> class future {
public:
  T get();
  void wait() const;
  template <class Rep, class Period>
  int wait_for(const chrono::duration<Rep, Period> &) const;
  template <class Clock, class Duration>
  int wait_until(const chrono::time_point<Clock, Duration> &) const;
};
template <class T> class shared_future {
public:
  const T &get() const;
  void wait() const;
};
} // namespace __1
} // namespace std

#endif // ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_LIBCXX_H
