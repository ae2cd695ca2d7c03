// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The real standalone Asio under the name of its mock. Debian's 1.22 has to be
// told that the compiler knows coroutines.

#ifndef ASYNC_TIDY_TEST_REAL_ASIO_H
#define ASYNC_TIDY_TEST_REAL_ASIO_H

#ifndef ASIO_HAS_CO_AWAIT
#define ASIO_HAS_CO_AWAIT 1
#endif
#ifndef ASIO_HAS_STD_COROUTINE
#define ASIO_HAS_STD_COROUTINE 1
#endif

#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/deferred.hpp>
#include <asio/experimental/parallel_group.hpp>

#endif // ASYNC_TIDY_TEST_REAL_ASIO_H
