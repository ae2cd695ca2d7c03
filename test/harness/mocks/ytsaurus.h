// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YTsaurus, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_YTSAURUS_H
#define ASYNC_TIDY_TEST_MOCKS_YTSAURUS_H

#include "mock_task.h"

#include <chrono>
#include <utility>
#include <vector>

namespace NYT {
template <class T> class TErrorOr {};
template <class T> class TFuture;
template <class T> class TFutureBase {
public:
  TFuture<void> AsVoid() const;
};
template <class T> class TFuture : public TFutureBase<T> {
public:
  TErrorOr<T> Get() const;
};
template <class T>
TFuture<std::vector<T>> AllSucceeded(std::vector<TFuture<T>>);
template <class T>
TFuture<std::vector<TErrorOr<T>>> AllSet(std::vector<TFuture<T>>);
template <class T>
TFuture<std::vector<TErrorOr<T>>> AllSetWithTimeout(std::vector<TFuture<T>>,
                                                    std::chrono::seconds);
template <class T> TFuture<T> AnySucceeded(std::vector<TFuture<T>>);
template <class T> TFuture<TErrorOr<T>> AnySet(std::vector<TFuture<T>>);
} // namespace NYT

#endif // ASYNC_TIDY_TEST_MOCKS_YTSAURUS_H
