// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Standalone Asio, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_ASIO_H
#define ASYNC_TIDY_TEST_MOCKS_ASIO_H

#include "asio_prelude.h"

namespace asio {
#include "asio_body.h"
#include "asio_io_body.h"
} // namespace asio

#endif // ASYNC_TIDY_TEST_MOCKS_ASIO_H
