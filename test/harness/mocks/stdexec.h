// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// stdexec and its namespace exec, as far as clang's AST of a call site goes:
// the algorithms are objects.

#ifndef ASYNC_TIDY_TEST_MOCKS_STDEXEC_H
#define ASYNC_TIDY_TEST_MOCKS_STDEXEC_H

#include "stdexec_prelude.h"

#ifndef STDEXEC_NAMESPACE
#define STDEXEC_NAMESPACE stdexec
#endif

namespace STDEXEC_NAMESPACE {
#include "stdexec_body.h"
} // namespace STDEXEC_NAMESPACE

namespace experimental::execution {
namespace ex = STDEXEC_NAMESPACE;
namespace __when_any {
struct __when_any_t {
  template <class... S>
  ex::mock_sender<ex::any_t, S...> operator()(S &&...) const {
    return mock::make<ex::mock_sender<ex::any_t, S...>>();
  }
};
inline constexpr __when_any_t when_any{};
} // namespace __when_any
using __when_any::when_any;

namespace __schedule_after {
struct schedule_after_t {
  template <class Scheduler, class Duration>
  ex::mock_sender<ex::then_t, Scheduler> operator()(const Scheduler &,
                                                    const Duration &) const {
    return mock::make<ex::mock_sender<ex::then_t, Scheduler>>();
  }
};
} // namespace __schedule_after
using __schedule_after::schedule_after_t;
inline constexpr schedule_after_t schedule_after{};

namespace __task {
template <class T> class basic_task {
public:
  using promise_type = mock::promise<basic_task, T>;
  mock::awaiter<T> operator co_await() &&;
};
} // namespace __task
template <class T> using task = __task::basic_task<T>;
} // namespace experimental::execution
namespace exec = experimental::execution;

#endif // ASYNC_TIDY_TEST_MOCKS_STDEXEC_H
