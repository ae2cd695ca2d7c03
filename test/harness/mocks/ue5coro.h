// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// UE5Coro, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_UE5CORO_H
#define ASYNC_TIDY_TEST_MOCKS_UE5CORO_H

#include "mock_task.h"

#include <utility>

class UObject {};
template <class T> class TArray {
public:
  T *begin();
  T *end();
};
namespace UE5Coro {
template <class T = void> class TCoroutine {
public:
  using promise_type = mock::promise<TCoroutine, T>;
  mock::awaiter<T> operator co_await() const;
};
namespace Private {
struct FAllAwaiter : mock::awaiter<void> {};
struct FAnyAwaiter : mock::awaiter<int> {};
} // namespace Private
template <class... A> Private::FAllAwaiter WhenAll(A &&...);
template <class... A> Private::FAnyAwaiter WhenAny(A &&...);
template <class... T> Private::FAnyAwaiter Race(TCoroutine<T>...);
namespace Latent {
template <class... A> Private::FAllAwaiter WhenAll(const UObject *, A &&...);
template <class... A> Private::FAnyAwaiter WhenAny(const UObject *, A &&...);
Private::FAllAwaiter Seconds(double);
} // namespace Latent
namespace Async {
Private::FAllAwaiter PlatformSeconds(double) noexcept;
} // namespace Async
} // namespace UE5Coro

#endif // ASYNC_TIDY_TEST_MOCKS_UE5CORO_H
