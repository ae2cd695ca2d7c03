// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Asio, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_BOOST_ASIO_H
#define ASYNC_TIDY_TEST_MOCKS_BOOST_ASIO_H

#include "asio_prelude.h"

namespace boost {
namespace asio {
#include "asio_body.h"
#include "asio_io_body.h"
} // namespace asio
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_BOOST_ASIO_H
