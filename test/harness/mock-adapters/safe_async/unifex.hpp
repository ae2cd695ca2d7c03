// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of unifex.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_UNIFEX_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_UNIFEX_HPP

#include "safe_gather.hpp"
#include "unifex.h"

namespace safe_async {
inline namespace over_unifex {
#define GATHER unifex::when_all
#include "any_body.hpp"
#undef GATHER
} // namespace over_unifex
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_UNIFEX_HPP
