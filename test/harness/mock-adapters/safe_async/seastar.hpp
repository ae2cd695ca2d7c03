// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of seastar.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_SEASTAR_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_SEASTAR_HPP

#include "safe_gather.hpp"
#include "seastar.h"

namespace safe_async {
inline namespace over_seastar {
#define GATHER seastar::coroutine::all
#include "any_body.hpp"
#undef GATHER
} // namespace over_seastar
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_SEASTAR_HPP
