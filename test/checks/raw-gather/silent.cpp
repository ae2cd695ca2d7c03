// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Look-alikes that are no raw gathers of a library we know.
//
// RUN: %check_async %s async-raw-gather %t

#include "boost_asio.h"
#include <utility>

namespace asio = boost::asio;

asio::awaitable<void> nothing();
bool ready();

// Ordinary conjunctions, beside the operators.
asio::awaitable<void> ok_bool() {
  using namespace boost::asio::experimental::awaitable_operators;
  if (ready() && ready())
    co_await nothing();
  const bool both = ready() and ready();
  (void)both;
}

// A race only.
asio::awaitable<void> ok_race() {
  using namespace boost::asio::experimental::awaitable_operators;
  co_await (nothing() || nothing());
}

// A team's own operators, in its own namespace, whatever they do.
namespace team::concurrency::awaitable_wait_for_all {
asio::awaitable<void> operator&&(asio::awaitable<void>, asio::awaitable<void>);
} // namespace team::concurrency::awaitable_wait_for_all

asio::awaitable<void> ok_own_operator() {
  using namespace team::concurrency::awaitable_wait_for_all;
  co_await (nothing() && nothing());
}

// A namespace that only ends like the library's.
namespace team::boost::asio::experimental::awaitable_operators {
struct job {};
::asio::awaitable<void> operator&&(job, job);
} // namespace team::boost::asio::experimental::awaitable_operators

::asio::awaitable<void> ok_name_ends_alike() {
  using namespace team::boost::asio::experimental::awaitable_operators;
  co_await (job{} && job{});
}

// A combinator of a library that nobody told us about.
namespace somewhere {
template <class... T> asio::awaitable<void> when_all(T...);
template <class... T> asio::awaitable<void> gather(T...);
} // namespace somewhere

asio::awaitable<void> ok_unknown_library() {
  co_await somewhere::when_all(nothing(), nothing());
  co_await somewhere::gather(nothing(), nothing());
}

// A class of one's own with the operator as a member.
struct both {
  asio::awaitable<void> operator&&(both) const;
};
asio::awaitable<void> ok_own_class() { co_await (both{} && both{}); }

// One after the other is no gather.
asio::awaitable<void> ok_sequence() {
  co_await nothing();
  co_await nothing();
}

// Never evaluated, so never awaited.
asio::awaitable<void> ok_unevaluated() {
  using namespace boost::asio::experimental::awaitable_operators;
  using type = decltype(nothing() && nothing());
  static_assert(sizeof(nothing() && nothing()) != 0);
  static_assert(!noexcept(nothing() && nothing()));
  static_assert(requires { nothing() && nothing(); });
  co_await type(nothing());
#if 0
  co_await (nothing() && nothing());
#endif
}
