// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Flare, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_FLARE_H
#define ASYNC_TIDY_TEST_MOCKS_FLARE_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace flare {
namespace future {
template <class... T> class Future {
public:
  Future(Future &&) noexcept;
  template <class F> Future<> Then(F &&) && { return mock::make<Future<>>(); }
};
namespace utils {
template <class... F>
  requires(sizeof...(F) > 1)
Future<int> WhenAll(F &&...);
template <class T> Future<std::vector<T>> WhenAll(std::vector<Future<T>> &&);
template <class T>
Future<std::vector<T>> WhenAllPreservingErrors(std::vector<Future<T>> &&);
template <class T> Future<T> WhenAny(std::vector<Future<T>> &&);
template <class T> T BlockingGet(Future<T> &&);
} // namespace utils
} // namespace future
using future::Future;
using namespace future::utils;
} // namespace flare

#endif // ASYNC_TIDY_TEST_MOCKS_FLARE_H
