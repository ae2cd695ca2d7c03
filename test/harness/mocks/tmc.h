// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TooManyCooks, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_TMC_H
#define ASYNC_TIDY_TEST_MOCKS_TMC_H

#include "mock_task.h"

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace tmc {

template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await() &&;
};
template <class T> class aw_spawned {
public:
  mock::awaiter<T> operator co_await() &&;
  void detach();
};
template <class A> using result_t = mock::void_to_unit<mock::result_of<A>>;

template <class... A>
aw_spawned<std::tuple<result_t<A>...>> spawn_tuple(A &&...);
template <std::size_t Count, class It>
aw_spawned<std::array<int, Count>> spawn_many(It &&First);
template <class It>
  requires requires(It i) { *i; }
aw_spawned<std::vector<int>> spawn_many(It &&First, It &&Last);
template <class R>
  requires requires(R r) { r.begin(); }
aw_spawned<std::vector<int>> spawn_many(R &&);
template <class A> aw_spawned<mock::result_of<A>> spawn(A &&);
template <class It>
aw_spawned<std::vector<int>> spawn_func_many(It &&First, It &&Last);
template <class... A>
aw_spawned<std::tuple<result_t<A>...>> fork_tuple_clang(A &&...);

template <class A, class F> struct cancellable_t {};
template <class A, class F> cancellable_t<A, F> cancellable(A &&, F &&) {
  return {};
}
template <class... A> aw_spawned<int> select(A &&...) {
  return mock::make<aw_spawned<int>>();
}

class aw_group {};
aw_group spawn_group();
aw_group fork_group();
class ex_cpu {};
template <class E, class A> void post(E &, A &&);
template <class E, class A> int post_waitable(E &, A &&);

} // namespace tmc

#endif // ASYNC_TIDY_TEST_MOCKS_TMC_H
