// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async_simple, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_ASYNC_SIMPLE_H
#define ASYNC_TIDY_TEST_MOCKS_ASYNC_SIMPLE_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace async_simple {

class Executor;
template <class T> class Try {
public:
  bool hasError() const;
  T &value();
};
enum SignalType : std::uint64_t { None = 0, Terminate = 1 };
template <class T> class Future {
public:
  using value_type = T;
  Future(Future &&) noexcept;
  T get() &&;
  template <class F> Future<int> thenValue(F &&) && {
    return mock::make<Future<int>>();
  }
  template <class F> Future<int> thenTry(F &&) && {
    return mock::make<Future<int>>();
  }
};
template <class It>
auto collectAll(It First, It Last) -> Future<
    std::vector<Try<typename std::decay_t<decltype(*First)>::value_type>>>;

namespace coro {
namespace detail {
template <class T> class LazyBase {
public:
  template <class F> void start(F &&) {}
};
} // namespace detail
template <class T = void>
class [[nodiscard]] Lazy : public detail::LazyBase<T> {
public:
  using value_type = T;
  using promise_type = mock::promise<Lazy, T>;
  using detail::LazyBase<T>::start;
  mock::awaiter<T> operator co_await() &&;
};
template <class T = void>
class [[nodiscard]] RescheduleLazy : public detail::LazyBase<T> {
public:
  void detach();
  using detail::LazyBase<T>::start;
};
template <class T> using result_t = mock::void_to_unit<mock::result_of<T>>;

template <SignalType Sig = SignalType::None, class... L>
Lazy<std::tuple<Try<result_t<L>>...>> collectAll(L &&...);
template <SignalType Sig = SignalType::None, class T>
Lazy<std::vector<Try<T>>> collectAll(std::vector<Lazy<T>> &&);
template <SignalType Sig = SignalType::None, class... L>
Lazy<std::tuple<Try<result_t<L>>...>> collectAllPara(L &&...);
template <SignalType Sig = SignalType::None, class T>
Lazy<std::vector<Try<T>>> collectAllPara(std::vector<Lazy<T>> &&);
template <SignalType Sig = SignalType::None, class T>
Lazy<std::vector<Try<T>>> collectAllWindowedPara(std::size_t Most, bool Yield,
                                                 std::vector<Lazy<T>> &&);
template <SignalType Sig = SignalType::None, class T>
Lazy<std::vector<Try<T>>> collectAllWindowed(std::size_t Most, bool Yield,
                                             std::vector<Lazy<T>> &&);
template <SignalType Sig = SignalType::None, class... L>
Lazy<std::variant<Try<result_t<L>>...>> collectAny(L &&...);
template <class L> mock::result_of<L> syncAwait(L &&);
template <class Rep, class Period>
Lazy<void> sleep(std::chrono::duration<Rep, Period>);
} // namespace coro
namespace uthread {
enum class Launch { Schedule };
template <Launch Policy, class It>
auto collectAll(It First, It Last, Executor *)
    -> std::vector<decltype((*First)())>;
} // namespace uthread
} // namespace async_simple

#endif // ASYNC_TIDY_TEST_MOCKS_ASYNC_SIMPLE_H
