// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// folly's coroutines and futures, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_FOLLY_H
#define ASYNC_TIDY_TEST_MOCKS_FOLLY_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <exception>
#include <tuple>
#include <utility>
#include <vector>

namespace folly {

struct Unit {};
template <class T> class Try {
public:
  bool hasException() const;
  T &value();
};
template <> class Try<void> {
public:
  bool hasException() const;
  void value();
};
class Executor {};
class exception_wrapper {};
class OperationCancelled : public std::exception {};
class FutureTimeout : public std::exception {};
class FutureCancellation : public std::exception {};
class Timekeeper;
using Duration = std::chrono::milliseconds;

template <class T> class Future;
template <class T> class SemiFuture {
public:
  using value_type = T;
  SemiFuture(SemiFuture &&) noexcept;
  ~SemiFuture();
  T get() &&;
  SemiFuture within(Duration) &&;
  SemiFuture<Unit> unit() &&;
  template <class F> SemiFuture<Unit> defer(F &&) && {
    return mock::make<SemiFuture<Unit>>();
  }
  template <class F> SemiFuture<Unit> deferExTry(F &&) && {
    return mock::make<SemiFuture<Unit>>();
  }
  template <class F> SemiFuture<Unit> deferValue(F &&) && {
    return mock::make<SemiFuture<Unit>>();
  }
  template <class F> SemiFuture<Unit> deferExValue(F &&) && {
    return mock::make<SemiFuture<Unit>>();
  }
  template <class F> SemiFuture deferEnsure(F &&) && {
    return mock::make<SemiFuture>();
  }
  template <class F> SemiFuture deferError(F &&) && {
    return mock::make<SemiFuture>();
  }
  Future<T> via(Executor *) &&;
  mock::awaiter<T> operator co_await() &&;
};
template <class T> class Future {
public:
  using value_type = T;
  Future(Future &&) noexcept;
  ~Future();
  T get() &&;
  Future within(Duration, Timekeeper * = nullptr) &&;
  Future<Unit> unit() &&;
  template <class F> Future<Unit> thenTry(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future<Unit> thenTryInline(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future<Unit> thenExTry(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future<Unit> thenValue(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future<Unit> thenValueInline(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future<Unit> thenExValue(F &&) && {
    return mock::make<Future<Unit>>();
  }
  template <class F> Future ensure(F &&) && { return mock::make<Future>(); }
  template <class F> Future thenError(F &&) && { return mock::make<Future>(); }
  mock::awaiter<T> operator co_await() &&;
};

template <class... F>
SemiFuture<std::tuple<Try<typename F::value_type>...>> collectAll(F &&...);
template <class It>
auto collectAll(It First, It Last) -> SemiFuture<
    std::vector<Try<typename std::decay_t<decltype(*First)>::value_type>>>;
template <class C>
auto collectAll(C &&Futures) -> SemiFuture<
    std::vector<Try<typename std::decay_t<C>::value_type::value_type>>>;
template <class... F>
Future<std::tuple<Try<typename F::value_type>...>> collectAllUnsafe(F &&...);
template <class... F>
SemiFuture<std::tuple<typename F::value_type...>> collect(F &&...);
template <class C>
auto collect(C &&Futures) -> SemiFuture<
    std::vector<typename std::decay_t<C>::value_type::value_type>>;
template <class C>
auto collectUnsafe(C &&Futures)
    -> Future<std::vector<typename std::decay_t<C>::value_type::value_type>>;
template <class C>
auto collectUnsafe(C &&Futures)
    -> Future<std::vector<typename std::decay_t<C>::value_type::value_type>>;
template <class C>
auto collectAny(C &&Futures) -> SemiFuture<std::pair<
    std::size_t, Try<typename std::decay_t<C>::value_type::value_type>>>;
template <class C>
auto collectAnyUnsafe(C &&Futures)
    -> Future<std::pair<std::size_t,
                        Try<typename std::decay_t<C>::value_type::value_type>>>;
template <class C>
auto collectAnyWithoutException(C &&Futures) -> SemiFuture<
    std::pair<std::size_t, typename std::decay_t<C>::value_type::value_type>>;
template <class C>
auto collectN(C &&Futures, std::size_t) -> SemiFuture<std::vector<std::pair<
    std::size_t, Try<typename std::decay_t<C>::value_type::value_type>>>>;
template <class C>
auto collectAnyUnsafe(C &&Futures)
    -> Future<std::pair<std::size_t,
                        Try<typename std::decay_t<C>::value_type::value_type>>>;
template <class C>
auto collectAnyWithoutException(C &&Futures) -> SemiFuture<
    std::pair<std::size_t, typename std::decay_t<C>::value_type::value_type>>;
template <class C>
auto collectN(C &&Futures, std::size_t) -> SemiFuture<std::vector<std::pair<
    std::size_t, Try<typename std::decay_t<C>::value_type::value_type>>>>;

namespace futures {
Future<Unit> sleep(Duration, Timekeeper * = nullptr);
} // namespace futures

namespace fibers {
template <class It>
auto collectAll(It First, It Last) -> std::vector<decltype((*First)())>;
template <class It>
auto collectN(It First, It Last, std::size_t)
    -> std::vector<std::pair<std::size_t, decltype((*First)())>>;
template <class It>
auto collectAny(It First, It Last)
    -> std::pair<std::size_t, decltype((*First)())>;
namespace async {
template <class T> class Async {};
template <class... F>
auto collectAll(F &&...f) -> Async<std::tuple<decltype(f())...>>;
} // namespace async
} // namespace fibers

class EventBase;
class SocketAddress;
struct ByteRange {};
struct MutableByteRange {};

namespace coro {

template <class T = void> class TaskWithExecutor {
public:
  TaskWithExecutor(TaskWithExecutor &&) noexcept;
  SemiFuture<Unit> start() &&;
  SemiFuture<Unit> startInlineUnsafe() &&;
  mock::awaiter<T> operator co_await() &&;
};
template <class T = void> class Task {
public:
  using promise_type = mock::promise<Task, T>;
  Task(Task &&) noexcept;
  mock::awaiter<T> operator co_await() &&;
  SemiFuture<Unit> semi() &&;
  friend TaskWithExecutor<T> co_withExecutor(Executor *, Task);
};

template <class T> struct unit_for {
  using type = T;
};
template <> struct unit_for<void> {
  using type = Unit;
};
template <class A> using result_t = typename unit_for<mock::result_of<A>>::type;
template <class R> using element_t = typename std::decay_t<R>::value_type;

template <class... A> Task<std::tuple<result_t<A>...>> collectAll(A...);
template <class... A> Task<std::tuple<Try<result_t<A>>...>> collectAllTry(A...);
template <class R> Task<std::vector<result_t<element_t<R>>>> collectAllRange(R);
template <class R>
Task<std::vector<Try<result_t<element_t<R>>>>> collectAllTryRange(R);
template <class R>
Task<std::vector<result_t<element_t<R>>>> collectAllWindowed(R, std::size_t);
template <class R>
Task<std::vector<Try<result_t<element_t<R>>>>>
collectAllTryWindowed(R, std::size_t);
template <class A, class... B>
Task<std::pair<std::size_t, Try<result_t<A>>>> collectAny(A, B...);
template <class R>
Task<std::pair<std::size_t, Try<result_t<element_t<R>>>>> collectAnyRange(R);
template <class A, class... B>
Task<std::pair<std::size_t, Try<result_t<A>>>> collectAnyWithoutException(A,
                                                                          B...);
template <class R>
Task<std::pair<std::size_t, Try<result_t<element_t<R>>>>>
    collectAnyWithoutExceptionRange(R);
template <class R>
Task<std::pair<std::size_t, Try<result_t<element_t<R>>>>> collectAnyRange(R);
template <class A, class... B>
Task<std::pair<std::size_t, Try<result_t<A>>>> collectAnyWithoutException(A,
                                                                          B...);
template <class R>
Task<std::pair<std::size_t, Try<result_t<element_t<R>>>>>
    collectAnyWithoutExceptionRange(R);
template <class... A>
Task<std::tuple<Try<result_t<A>>...>> collectAnyNoDiscard(A...);
template <class R>
Task<std::vector<Try<result_t<element_t<R>>>>> collectAnyNoDiscardRange(R);
template <class R>
Task<std::vector<Try<result_t<element_t<R>>>>> collectAnyNoDiscardRange(R);
template <class A>
Task<mock::result_of<A>> timeout(A, Duration, Timekeeper * = nullptr);
template <class A>
Task<mock::result_of<A>> timeoutNoDiscard(A, Duration, Timekeeper * = nullptr);
template <class A> Task<Try<result_t<A>>> timed_wait(A, Duration);
template <class A> Task<mock::result_of<A>> detachOnCancel(A);
Task<void> sleep(Duration, Timekeeper * = nullptr);
struct blocking_wait_fn {
  template <class A> mock::result_of<A> operator()(A &&) const;
};
inline constexpr blocking_wait_fn blocking_wait{};
static constexpr blocking_wait_fn const &blockingWait = blocking_wait;
template <class A> Task<Try<result_t<A>>> co_awaitTry(A &&);

class AsyncScope {
public:
  template <class A> void add(A &&);
  Task<void> joinAsync() noexcept;
  Task<void> cleanup() noexcept;
};
class CancellableAsyncScope {
public:
  template <class A> void add(A &&);
  Task<void> cancelAndJoinAsync() noexcept;
};

class Transport {
public:
  static Task<Transport> newConnectedSocket(EventBase *, const SocketAddress &,
                                            std::chrono::milliseconds);
  Task<std::size_t> read(MutableByteRange, std::chrono::milliseconds);
  Task<Unit> write(ByteRange);
};
class ServerSocket {
public:
  Task<Transport> accept();
};

// Objects that live behind a helper namespace.
namespace detail::adl {
struct WithCancellationFunction {
  template <class Token, class A>
  Task<mock::result_of<A>> operator()(Token &&, A &&) const;
};
} // namespace detail::adl
namespace folly_cpo__ {
inline constexpr detail::adl::WithCancellationFunction co_withCancellation{};
} // namespace folly_cpo__
using namespace folly_cpo__;

template <class T = void> struct [[nodiscard]] now_task {
  using promise_type = mock::promise<now_task, T>;
  mock::awaiter<T> operator co_await();
};
template <class T = void> struct [[nodiscard]] safe_task {
  using promise_type = mock::promise<safe_task, T>;
  mock::awaiter<T> operator co_await();
};

template <class T> struct AsyncGenerator {};
} // namespace coro
} // namespace folly

#endif // ASYNC_TIDY_TEST_MOCKS_FOLLY_H
