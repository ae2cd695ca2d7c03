// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What asio_body.h needs from outside; it is itself included in a namespace.

#ifndef ASYNC_TIDY_TEST_MOCKS_ASIO_PRELUDE_H
#define ASYNC_TIDY_TEST_MOCKS_ASIO_PRELUDE_H

#include "mock_task.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#endif // ASYNC_TIDY_TEST_MOCKS_ASIO_PRELUDE_H
