// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The real Boost.Asio under the name of its mock: a fixture says "boost_asio.h"
// and the include path decides. What a fixture uses must exist in both.

#ifndef ASYNC_TIDY_TEST_REAL_BOOST_ASIO_H
#define ASYNC_TIDY_TEST_REAL_BOOST_ASIO_H

#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>

#endif // ASYNC_TIDY_TEST_REAL_BOOST_ASIO_H
