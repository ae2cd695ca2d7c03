// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// continuable, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_CONTINUABLE_H
#define ASYNC_TIDY_TEST_MOCKS_CONTINUABLE_H

#include "mock_task.h"

#include <utility>
#include <vector>

namespace cti {
template <class Data, class Annotation> class continuable_base {
public:
  template <class F> continuable_base then(F &&) && {
    return mock::make<continuable_base>();
  }
  template <class D, class A>
  continuable_base operator&&(continuable_base<D, A> &&) &&;
  template <class D, class A>
  continuable_base operator||(continuable_base<D, A> &&) &&;
};
template <class... T> using continuable = continuable_base<int, long>;
template <class... A> continuable<> when_all(A &&...);
template <class... A> continuable<> when_any(A &&...);
template <class... A> continuable<> when_seq(A &&...);
} // namespace cti

#endif // ASYNC_TIDY_TEST_MOCKS_CONTINUABLE_H
