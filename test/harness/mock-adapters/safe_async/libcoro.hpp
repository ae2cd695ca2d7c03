// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of libcoro.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_LIBCORO_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_LIBCORO_HPP

#include "libcoro.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_libcoro {
#define GATHER coro::when_all
#include "any_body.hpp"
#undef GATHER
} // namespace over_libcoro
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_LIBCORO_HPP
