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

// What the standard does not have.
struct transfer_when_all_t {
  template <class Scheduler, class... S>
  mock_sender<when_all_t, S...> operator()(Scheduler &&, S &&...) const {
    return mock::make<mock_sender<when_all_t, S...>>();
  }
};
struct transfer_when_all_with_variant_t {
  template <class Scheduler, class... S>
  mock_sender<when_all_t, S...> operator()(Scheduler &&, S &&...) const {
    return mock::make<mock_sender<when_all_t, S...>>();
  }
};
struct start_detached_t {
  template <class S> void operator()(S &&) const {}
};
inline constexpr transfer_when_all_t transfer_when_all{};
inline constexpr transfer_when_all_with_variant_t
    transfer_when_all_with_variant{};
inline constexpr start_detached_t start_detached{};
template <class T = void> struct [[nodiscard]] task {
  using promise_type = mock::promise<task, T>;
  mock::awaiter<T> operator co_await();
};
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

namespace __schedule_at {
struct schedule_at_t {
  template <class Scheduler, class Time>
  ex::mock_sender<ex::then_t, Scheduler> operator()(const Scheduler &,
                                                    const Time &) const {
    return mock::make<ex::mock_sender<ex::then_t, Scheduler>>();
  }
};
} // namespace __schedule_at
using __schedule_at::schedule_at_t;
inline constexpr schedule_at_t schedule_at{};

class timed_thread_context {
public:
  struct scheduler {};
  scheduler get_scheduler();
};
std::chrono::steady_clock::time_point now(timed_thread_context::scheduler);

struct start_detached_t {
  template <class S> void operator()(S &&) const {}
};
struct ensure_started_t {
  template <class S> ex::mock_sender<ex::then_t, S> operator()(S &&) const {
    return mock::make<ex::mock_sender<ex::then_t, S>>();
  }
};
inline constexpr start_detached_t start_detached{};
inline constexpr ensure_started_t ensure_started{};

namespace __scope {
struct async_scope {
  template <class S> void spawn(S &&);
  template <class S> ex::mock_sender<ex::then_t, S> spawn_future(S &&);
  ex::mock_sender<ex::then_t> on_empty() const;
};
} // namespace __scope
using __scope::async_scope;

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
