// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Thread, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_BOOST_THREAD_H
#define ASYNC_TIDY_TEST_MOCKS_BOOST_THREAD_H

#include "mock_task.h"

#include <tuple>
#include <utility>
#include <vector>

namespace boost {
template <class T> class future {
public:
  future(future &&) noexcept;
  T get();
  void wait() const;
  template <class F> future<void> then(F &&) {
    return mock::make<future<void>>();
  }
};
template <class... F> future<std::tuple<std::decay_t<F>...>> when_all(F &&...);
template <class It>
  requires requires(It i) { *i; }
auto when_all(It First, It Last)
    -> future<std::vector<std::decay_t<decltype(*First)>>>;
template <class... F> future<std::tuple<std::decay_t<F>...>> when_any(F &&...);
template <class... F> void wait_for_all(F &...);
template <class It>
  requires requires(It i) { *i; }
void wait_for_all(It First, It Last);
template <class F, class... G> unsigned wait_for_any(F &, G &...);
template <class T> class shared_future {
public:
  T &get();
};
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_BOOST_THREAD_H
