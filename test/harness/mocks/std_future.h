// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::future: the real one, so that the test includes a mock like all others,
// as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_H
#define ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_H

#include "mock_task.h"

#include <future>

#endif // ASYNC_TIDY_TEST_MOCKS_STD_FUTURE_H
