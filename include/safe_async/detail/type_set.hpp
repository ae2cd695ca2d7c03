// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which types are there, each once? Senders name their errors as a list, and a
// gather of senders has to unite such lists.
#ifndef SAFE_ASYNC_DETAIL_TYPE_SET_HPP
#define SAFE_ASYNC_DETAIL_TYPE_SET_HPP

#include <type_traits>

namespace safe_async::detail {

template <class... T> struct type_set {};

template <class Set, class... More> struct type_set_add {
  using type = Set;
};
template <class... T, class First, class... Rest>
struct type_set_add<type_set<T...>, First, Rest...>
    : type_set_add<std::conditional_t<(std::is_same_v<T, First> || ...),
                                      type_set<T...>, type_set<T..., First>>,
                   Rest...> {};

/// The types without repetition, in order.
template <class... T>
using type_set_of = typename type_set_add<type_set<>, T...>::type;

template <class... Sets> struct type_set_union {
  using type = type_set<>;
};
template <class Set> struct type_set_union<Set> {
  using type = Set;
};
template <class Set, class... T, class... Rest>
struct type_set_union<Set, type_set<T...>, Rest...>
    : type_set_union<typename type_set_add<Set, T...>::type, Rest...> {};

template <class... Sets>
using type_set_union_t = typename type_set_union<Sets...>::type;

/// {T} if it holds, else {}.
template <bool Holds, class T>
using type_set_if = std::conditional_t<Holds, type_set<T>, type_set<>>;

/// As<T...> of the set's types.
template <template <class...> class As, class Set> struct type_set_as;
template <template <class...> class As, class... T>
struct type_set_as<As, type_set<T...>> {
  using type = As<T...>;
};
template <template <class...> class As, class Set>
using type_set_as_t = typename type_set_as<As, Set>::type;

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_TYPE_SET_HPP
