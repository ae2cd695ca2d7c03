// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// tRPC, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_TRPC_H
#define ASYNC_TIDY_TEST_MOCKS_TRPC_H

#include "mock_task.h"

#include <tuple>
#include <utility>
#include <vector>

namespace trpc {
template <class... T> class Future {
public:
  Future(Future &&) noexcept;
  template <class F> Future<> Then(F &&) { return mock::make<Future<>>(); }
};
template <class... F> Future<std::tuple<F...>> WhenAll(F &&...);
template <class It>
  requires requires(It i) { *i; }
auto WhenAll(It First, It Last)
    -> Future<std::vector<std::decay_t<decltype(*First)>>>;
template <class It> auto WhenAny(It First, It Last) -> Future<std::size_t>;
template <class It>
auto WhenAnyWithoutException(It First, It Last) -> Future<std::size_t>;
} // namespace trpc

#endif // ASYNC_TIDY_TEST_MOCKS_TRPC_H
