// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of asio.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_ASIO_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_ASIO_HPP

#include "asio.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_asio {
namespace lib = ::asio;
#include "asio_body.hpp"
} // namespace over_asio
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_ASIO_HPP
