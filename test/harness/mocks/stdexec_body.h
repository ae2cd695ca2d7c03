// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one body of stdexec.h and std_execution.h, included inside their
// namespace; hence it has neither guard nor includes.

struct any_t;
struct then_t;

template <class Tag, class... S> struct mock_sender {
  mock::awaiter<std::tuple<int, int>> operator co_await() &&;
};

struct when_all_t {
  template <class... S>
  mock_sender<when_all_t, S...> operator()(S &&...) const {
    return mock::make<mock_sender<when_all_t, S...>>();
  }
};
struct when_all_with_variant_t {
  template <class... S>
  mock_sender<when_all_with_variant_t, S...> operator()(S &&...) const {
    return mock::make<mock_sender<when_all_with_variant_t, S...>>();
  }
};
struct just_t {
  template <class... V> mock_sender<just_t, V...> operator()(V &&...) const {
    return mock::make<mock_sender<just_t, V...>>();
  }
};
struct then_t {
  template <class S, class F>
  mock_sender<then_t, S> operator()(S &&, F &&) const {
    return mock::make<mock_sender<then_t, S>>();
  }
};
struct sync_wait_t {
  template <class S>
  std::optional<std::tuple<int, int>> operator()(S &&) const {
    return mock::make<std::optional<std::tuple<int, int>>>();
  }
};
struct sync_wait_with_variant_t {
  template <class S>
  std::optional<std::tuple<int, int>> operator()(S &&) const {
    return mock::make<std::optional<std::tuple<int, int>>>();
  }
};
struct spawn_t {
  template <class S, class Token> void operator()(S &&, Token &&) const {}
};
struct spawn_future_t {
  template <class S, class Token>
  mock_sender<then_t, S> operator()(S &&, Token &&) const {
    return mock::make<mock_sender<then_t, S>>();
  }
};
inline constexpr when_all_t when_all{};
inline constexpr when_all_with_variant_t when_all_with_variant{};
inline constexpr just_t just{};
inline constexpr then_t then{};
inline constexpr sync_wait_t sync_wait{};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};
inline constexpr spawn_t spawn{};
inline constexpr spawn_future_t spawn_future{};

class run_loop {
public:
  struct scheduler {};
  scheduler get_scheduler();
};
class simple_counting_scope {
public:
  struct token {};
  token get_token() noexcept;
  mock_sender<then_t> join() noexcept;
};

class counting_scope {
public:
  struct token {};
  token get_token() noexcept;
  mock_sender<then_t> join() noexcept;
};
