// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YACLib, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_YACLIB_H
#define ASYNC_TIDY_TEST_MOCKS_YACLIB_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace yaclib {

enum class FailPolicy : unsigned char { None = 0, FirstFail = 1, LastFail = 2 };
template <class V> class Result {};
class IExecutor;
template <class V> class FutureOn;
template <class V> class FutureBase {
public:
  using value_type = V;
  FutureBase(FutureBase &&) noexcept;
  Result<V> Get() && noexcept;
  template <class F> FutureOn<V> Then(IExecutor &, F &&) && {
    return mock::make<FutureOn<V>>();
  }
  void Detach() && noexcept;
};
template <class V> class Future : public FutureBase<V> {
public:
  using FutureBase<V>::Detach;
  template <class F> Future ThenInline(F &&) && { return mock::make<Future>(); }
};
template <FailPolicy F = FailPolicy::FirstFail, class... Fs>
Future<std::tuple<typename Fs::value_type...>> WhenAll(Fs...);
template <FailPolicy F = FailPolicy::FirstFail, class It>
auto WhenAll(It First, std::size_t Count)
    -> Future<std::vector<typename std::decay_t<decltype(*First)>::value_type>>;
template <FailPolicy F = FailPolicy::None, class... Fs> Future<int> Join(Fs...);
template <FailPolicy F = FailPolicy::LastFail, class... Fs>
Future<int> WhenAny(Fs...);

template <class... F> void Wait(F &...);
template <class Rep, class Period, class... F>
bool WaitFor(const std::chrono::duration<Rep, Period> &, F &...);
template <class Clock, class Duration, class... F>
bool WaitUntil(const std::chrono::time_point<Clock, Duration> &, F &...);

template <class V> class FutureOn : public FutureBase<V> {
public:
  template <class F> FutureOn Then(F &&) && { return mock::make<FutureOn>(); }
  template <class F> FutureOn ThenInline(F &&) && {
    return mock::make<FutureOn>();
  }
};
template <class V> class Task {
public:
  using promise_type = mock::promise<Task, V>;
  mock::awaiter<V> operator co_await();
};
} // namespace yaclib

#endif // ASYNC_TIDY_TEST_MOCKS_YACLIB_H
