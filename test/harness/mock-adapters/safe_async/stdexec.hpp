// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of stdexec.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_STDEXEC_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_STDEXEC_HPP

#include "safe_gather.hpp"
#include "stdexec.h"

namespace safe_async {
inline namespace over_stdexec {
#define GATHER stdexec::when_all
#include "any_body.hpp"
#undef GATHER
} // namespace over_stdexec
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_STDEXEC_HPP
