// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Intel's senders, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_INTEL_ASYNC_H
#define ASYNC_TIDY_TEST_MOCKS_INTEL_ASYNC_H

#include "mock_task.h"

#include <chrono>
#include <utility>

namespace async {
template <class... S> struct mock_sender {};
template <class... S> constexpr mock_sender<S...> when_all(S &&...) {
  return {};
}
template <class... S> constexpr mock_sender<S...> when_any(S &&...) {
  return {};
}
template <class S, class D> constexpr mock_sender<S> timeout_after(S &&, D &&) {
  return {};
}
template <class... V> constexpr mock_sender<V...> just(V &&...) { return {}; }
template <class S> constexpr bool start_detached(S &&) { return true; }
template <class S> constexpr bool sync_wait(S &&) { return true; }
} // namespace async

#endif // ASYNC_TIDY_TEST_MOCKS_INTEL_ASYNC_H
