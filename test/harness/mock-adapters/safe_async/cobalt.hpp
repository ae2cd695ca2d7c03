// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of boost::cobalt.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_COBALT_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_COBALT_HPP

#include "cobalt.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_cobalt {
#define GATHER boost::cobalt::join
#include "any_body.hpp"
#undef GATHER
} // namespace over_cobalt
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_COBALT_HPP
