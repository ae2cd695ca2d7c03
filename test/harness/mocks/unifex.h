// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libunifex, as far as clang's AST of a call site goes: the algorithms are
// objects whose class is named _fn in a namespace of its own.

#ifndef ASYNC_TIDY_TEST_MOCKS_UNIFEX_H
#define ASYNC_TIDY_TEST_MOCKS_UNIFEX_H

#include "mock_task.h"

#include <chrono>
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

} // namespace unifex

#endif // ASYNC_TIDY_TEST_MOCKS_UNIFEX_H
