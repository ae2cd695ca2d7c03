// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stdexec_body.h needs from outside; it is itself included in a namespace.

#ifndef ASYNC_TIDY_TEST_MOCKS_STDEXEC_PRELUDE_H
#define ASYNC_TIDY_TEST_MOCKS_STDEXEC_PRELUDE_H

#include "mock_task.h"

#include <chrono>
#include <optional>
#include <tuple>
#include <utility>

#endif // ASYNC_TIDY_TEST_MOCKS_STDEXEC_PRELUDE_H
