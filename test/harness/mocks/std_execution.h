// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::execution of C++26, as far as clang's AST of a call site goes. No
// standard library of today has it.

#ifndef ASYNC_TIDY_TEST_MOCKS_STD_EXECUTION_H
#define ASYNC_TIDY_TEST_MOCKS_STD_EXECUTION_H

#include "stdexec_prelude.h"

namespace std::execution {
#include "stdexec_body.h"
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await();
};
} // namespace std::execution

#endif // ASYNC_TIDY_TEST_MOCKS_STD_EXECUTION_H
