// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of cppcoro.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_CPPCORO_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_CPPCORO_HPP

#include "cppcoro.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_cppcoro {
#define GATHER cppcoro::when_all
#include "any_body.hpp"
#undef GATHER
} // namespace over_cppcoro
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_CPPCORO_HPP
