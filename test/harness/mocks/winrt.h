// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++/WinRT, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_WINRT_H
#define ASYNC_TIDY_TEST_MOCKS_WINRT_H

#include "mock_task.h"

#include <chrono>
#include <cstdint>
#include <utility>

namespace winrt {
namespace Windows::Foundation {
struct IAsyncAction {
  using promise_type = mock::promise<IAsyncAction, void>;
  void Cancel() const;
  mock::awaiter<void> operator co_await() const;
};
template <class T> struct IAsyncOperation {
  using promise_type = mock::promise<IAsyncOperation, T>;
  mock::awaiter<T> operator co_await() const;
};
using TimeSpan = std::chrono::duration<std::int64_t, std::ratio<1, 10000000>>;
template <class P> struct IAsyncActionWithProgress {
  using promise_type = mock::promise<IAsyncActionWithProgress, void>;
  mock::awaiter<void> operator co_await() const;
};
template <class T, class P = int> struct IAsyncOperationWithProgress {
  using promise_type = mock::promise<IAsyncOperationWithProgress, T>;
  mock::awaiter<T> operator co_await() const;
};
} // namespace Windows::Foundation
template <class... T> Windows::Foundation::IAsyncAction when_all(T... Async);
template <class T, class... R> T when_any(const T &First, const R &...Rest);
mock::awaiter<void> resume_after(Windows::Foundation::TimeSpan) noexcept;
mock::awaiter<bool>
resume_on_signal(void *Handle, Windows::Foundation::TimeSpan = {}) noexcept;
struct fire_and_forget {};
class hresult_canceled {};
} // namespace winrt

#endif // ASYNC_TIDY_TEST_MOCKS_WINRT_H
