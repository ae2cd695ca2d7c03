// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libunifex, as far as clang's AST of a call site goes: the algorithms are
// objects whose class is named _fn in a namespace of its own.

#ifndef ASYNC_TIDY_TEST_MOCKS_UNIFEX_H
#define ASYNC_TIDY_TEST_MOCKS_UNIFEX_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace unifex {

template <class... S> struct mock_sender {
  mock::awaiter<int> operator co_await() &&;
};

namespace _task {
template <class T, bool NoThrow> struct _task {
  class type {
  public:
    using promise_type = mock::promise<type, T>;
    type(type &&) noexcept;
    mock::awaiter<T> operator co_await() &&;
  };
};
} // namespace _task
template <class T> using task = typename _task::_task<T, false>::type;

namespace _just {
struct _fn {
  template <class... V> mock_sender<V...> operator()(V &&...) const {
    return mock::make<mock_sender<V...>>();
  }
};
} // namespace _just
inline constexpr _just::_fn just{};

namespace _when_all {
namespace _cpo {
struct _fn {
  template <class... S> mock_sender<S...> operator()(S &&...) const {
    return mock::make<mock_sender<S...>>();
  }
};
} // namespace _cpo
} // namespace _when_all
inline constexpr _when_all::_cpo::_fn when_all{};

namespace _when_all_range {
namespace _cpo {
struct _fn {
  template <class S> mock_sender<S> operator()(std::vector<S>) const {
    return mock::make<mock_sender<S>>();
  }
  template <class It> mock_sender<It> operator()(It First, It Last) const {
    return mock::make<mock_sender<It>>();
  }
};
} // namespace _cpo
} // namespace _when_all_range
inline constexpr _when_all_range::_cpo::_fn when_all_range{};

namespace _when_any {
struct _fn {
  template <class... S> mock_sender<S...> operator()(S &&...) const {
    return mock::make<mock_sender<S...>>();
  }
};
} // namespace _when_any
inline constexpr _when_any::_fn when_any{};

namespace _stop_when_cpo {
struct _fn {
  template <class S, class Trigger>
  mock_sender<S, Trigger> operator()(S &&, Trigger &&) const {
    return mock::make<mock_sender<S, Trigger>>();
  }
  template <class Trigger> struct closure {
    template <class S> friend mock_sender<S, Trigger> operator|(S &&, closure);
  };
  template <class Trigger> closure<Trigger> operator()(Trigger &&) const;
};
} // namespace _stop_when_cpo
inline constexpr _stop_when_cpo::_fn stop_when{};

struct scheduler {};
namespace _schedule_after {
inline const struct _fn {
  template <class Duration>
  mock_sender<Duration> operator()(scheduler &, Duration) const {
    return mock::make<mock_sender<Duration>>();
  }
} schedule_after{};
} // namespace _schedule_after
using _schedule_after::schedule_after;
namespace _schedule_at {
inline const struct _fn {
  template <class Time>
  mock_sender<Time> operator()(scheduler &, const Time &) const {
    return mock::make<mock_sender<Time>>();
  }
} schedule_at{};
} // namespace _schedule_at
using _schedule_at::schedule_at;
class timed_single_thread_context {
public:
  using clock_t = std::chrono::steady_clock;
  scheduler get_scheduler() noexcept;
};

namespace _sync_wait_cpo {
struct _fn {
  template <class S> std::optional<int> operator()(S &&) const {
    return mock::make<std::optional<int>>();
  }
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};

inline namespace v1 {
namespace _async_scope {
class async_scope {
public:
  template <class S> void detached_spawn(S &&);
  mock_sender<> complete() noexcept;
  mock_sender<> cleanup() noexcept;
};
} // namespace _async_scope
using _async_scope::async_scope;
} // namespace v1
namespace v2 {
namespace _async_scope {
class async_scope {
public:
  mock_sender<> join() noexcept;
};
} // namespace _async_scope
using _async_scope::async_scope;
} // namespace v2

namespace _spawn_detached {
struct _spawn_detached_fn {
  template <class S, class Scope> void operator()(S &&, Scope &) const {}
};
} // namespace _spawn_detached
inline constexpr _spawn_detached::_spawn_detached_fn spawn_detached{};
namespace _spawn_future {
struct _spawn_future_fn {
  template <class S, class Scope>
  mock_sender<S> operator()(S &&, Scope &) const {
    return mock::make<mock_sender<S>>();
  }
};
} // namespace _spawn_future
inline constexpr _spawn_future::_spawn_future_fn spawn_future{};
namespace detach_on_cancel_impl {
struct detach_on_cancel_fn {
  template <class S> mock_sender<S> operator()(S &&) const {
    return mock::make<mock_sender<S>>();
  }
};
} // namespace detach_on_cancel_impl
inline constexpr detach_on_cancel_impl::detach_on_cancel_fn detach_on_cancel{};

template <class T> struct span {};
namespace _io_cpo {
inline constexpr struct async_read_some_cpo {
  template <class T> mock_sender<T> operator()(T &, span<std::byte>) const {
    return mock::make<mock_sender<T>>();
  }
} async_read_some{};
inline constexpr struct async_write_some_cpo {
  template <class T>
  mock_sender<T> operator()(T &, span<const std::byte>) const {
    return mock::make<mock_sender<T>>();
  }
} async_write_some{};
inline constexpr struct async_read_some_at_cpo {
  template <class T>
  mock_sender<T> operator()(T &, long, span<std::byte>) const {
    return mock::make<mock_sender<T>>();
  }
} async_read_some_at{};
inline constexpr struct async_write_some_at_cpo {
  template <class T>
  mock_sender<T> operator()(T &, long, span<const std::byte>) const {
    return mock::make<mock_sender<T>>();
  }
} async_write_some_at{};
} // namespace _io_cpo
using _io_cpo::async_read_some;
using _io_cpo::async_read_some_at;
using _io_cpo::async_write_some;
using _io_cpo::async_write_some_at;
namespace linuxos {
struct io_epoll_context {
  class async_reader;
  class async_writer;
};
struct io_uring_context {
  class async_read_write_file;
};
} // namespace linuxos
} // namespace unifex

#endif // ASYNC_TIDY_TEST_MOCKS_UNIFEX_H
