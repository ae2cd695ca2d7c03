// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_async as far as clang's AST of a call site goes, over mocked libraries.
// Only what a fix writes; that fixed code compiles against the real header and
// the real library is a step of its own in the check runner.

#ifndef ASYNC_TIDY_TEST_MOCK_SAFE_GATHER_HPP
#define ASYNC_TIDY_TEST_MOCK_SAFE_GATHER_HPP

#include <exception>
#include <variant>

namespace safe_async {

struct return_exceptions_t {};
inline constexpr return_exceptions_t return_exceptions;
struct timeout_t {};
template <class Duration> timeout_t timeout(Duration);

template <class T> using outcome = std::variant<T, std::exception_ptr>;

} // namespace safe_async

#endif // ASYNC_TIDY_TEST_MOCK_SAFE_GATHER_HPP
