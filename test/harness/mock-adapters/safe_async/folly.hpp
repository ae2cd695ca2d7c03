// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of folly::coro.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_FOLLY_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_FOLLY_HPP

#include "folly.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_folly {
#define GATHER folly::coro::collectAll
#include "any_body.hpp"
#undef GATHER
} // namespace over_folly
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_FOLLY_HPP
