// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of async_simple.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_ASYNC_SIMPLE_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_ASYNC_SIMPLE_HPP

#include "async_simple.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_async_simple {
#define GATHER async_simple::coro::collectAll
#include "any_body.hpp"
#undef GATHER
} // namespace over_async_simple
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_ASYNC_SIMPLE_HPP
