// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pika, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_PIKA_H
#define ASYNC_TIDY_TEST_MOCKS_PIKA_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace pika::functional::detail {
template <class Tag> struct tag_fallback {
  template <class... A> int operator()(A &&...) const { return 0; }
};
} // namespace pika::functional::detail

namespace pika::execution::experimental {
inline constexpr struct when_all_t final
    : pika::functional::detail::tag_fallback<when_all_t> {
} when_all{};
struct when_all_vector_t final
    : pika::functional::detail::tag_fallback<when_all_vector_t> {};
inline constexpr when_all_vector_t when_all_vector{};
inline constexpr struct start_detached_t final
    : pika::functional::detail::tag_fallback<start_detached_t> {
} start_detached{};
inline constexpr struct transfer_when_all_t final
    : pika::functional::detail::tag_fallback<transfer_when_all_t> {
} transfer_when_all{};
inline constexpr struct ensure_started_t final
    : pika::functional::detail::tag_fallback<ensure_started_t> {
} ensure_started{};
} // namespace pika::execution::experimental

#endif // ASYNC_TIDY_TEST_MOCKS_PIKA_H
