// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one body of asio.hpp and boost_asio.hpp here, included in namespace
// safe_async where `lib` names the mocked library; no guard, no includes.

template <class... T> struct gathered {
  static auto values() {
    using namespace lib::experimental::awaitable_operators;
    return (... && static_cast<lib::awaitable<T> (*)()>(nullptr)());
  }
};

template <class... T>
decltype(gathered<T...>::values()) safe_gather(lib::awaitable<T>...);
template <class... T>
decltype(gathered<T...>::values()) safe_gather(timeout_t, lib::awaitable<T>...);
template <class... T>
lib::awaitable<std::tuple<outcome<mock::void_to_unit<T>>...>>
safe_gather(return_exceptions_t, lib::awaitable<T>...);
template <class... T>
lib::awaitable<std::tuple<outcome<mock::void_to_unit<T>>...>>
safe_gather(timeout_t, return_exceptions_t, lib::awaitable<T>...);
template <class... T>
lib::awaitable<std::tuple<outcome<mock::void_to_unit<T>>...>>
safe_gather(return_exceptions_t, timeout_t, lib::awaitable<T>...);
