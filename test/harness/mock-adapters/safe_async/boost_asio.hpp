// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adapter for the mock of boost::asio.

#ifndef ASYNC_TIDY_TEST_MOCK_ADAPTER_BOOST_ASIO_HPP
#define ASYNC_TIDY_TEST_MOCK_ADAPTER_BOOST_ASIO_HPP

#include "boost_asio.h"
#include "safe_gather.hpp"

namespace safe_async {
inline namespace over_boost_asio {
namespace lib = ::boost::asio;
#include "asio_body.hpp"
} // namespace over_boost_asio
} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_ADAPTER_BOOST_ASIO_HPP
