// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who runs this gather? The entry splits the arguments into options and
// children, finds the one adapter that claims the children's types, turns
// every misuse into a sentence, and hands over. It knows no library.
//
// Arguments are lvalues here: they are safe_gather's own parameters, which
// makes types that can't be moved usable, and the adapter moves from them.
#ifndef SAFE_ASYNC_DETAIL_ENTRY_HPP
#define SAFE_ASYNC_DETAIL_ENTRY_HPP

#include <safe_async/detail/options.hpp>

#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace safe_async {

/// Which adapter runs children of type `Child`? An adapter header specialises
/// this for its library's types with a member `type`, the adapter class. See
/// detail/README.md.
template <class Child> struct adapter_for {};

namespace detail {

template <class T>
concept claimed = requires { typename adapter_for<T>::type; };

template <class T>
concept range_of_children =
    !option<T> && !claimed<T> && std::ranges::input_range<T>;

template <class... Children> struct same_adapter : std::true_type {};
template <class First, class Second, class... Rest>
struct same_adapter<First, Second, Rest...>
    : std::bool_constant<std::is_same_v<typename adapter_for<First>::type,
                                        typename adapter_for<Second>::type> &&
                         same_adapter<Second, Rest...>::value> {};

/// Number of options before the first child.
template <class... Args> constexpr std::size_t leading_options() {
  std::size_t leading = 0;
  bool leads = true;
  ((leads = leads && option<Args>, leading += leads), ...);
  return leading;
}

/// What a call comes down to, or the first sentence that says why not.
enum class misuse { none, no_children, late_option, unclaimed, mixed, nested };

template <class... Args> constexpr misuse misuse_of() {
  constexpr std::size_t options = (std::size_t(0) + ... + option<Args>);
  if constexpr (options != leading_options<Args...>())
    return misuse::late_option;
  else if constexpr (options == sizeof...(Args))
    return misuse::no_children;
  else if constexpr (sizeof...(Args) - options > 1 &&
                     (range_of_children<Args> || ...))
    return misuse::nested;
  else
    return misuse::none;
}

template <class Child> constexpr bool require_claim() {
  static_assert(
      claimed<Child>,
      "safe_gather: no adapter knows this type of child. Include the "
      "safe_async header of its library, for example "
      "<safe_async/boost_asio.hpp> or, for std-only code, "
      "<safe_async/task.hpp>; children are awaitables, not their results");
  return claimed<Child>;
}

/// An adapter that reads Plan::token() says `takes_token`.
template <class Plan, class Adapter> constexpr void check_token() {
  static_assert(
      !Plan::has_token || requires { Adapter::takes_token; },
      "safe_gather: this library cancels its coroutines by itself, "
      "so the caller's cancellation reaches the gather without "
      "cancelled_by: leave it out");
}

template <class Plan, class Range> auto enter_range(Plan plan, Range &range) {
  using child = std::ranges::range_value_t<Range>;
  using element = std::ranges::range_reference_t<Range>;
  static_assert(!(std::ranges::view<Range> &&
                  std::is_lvalue_reference_v<element> &&
                  !std::is_copy_constructible_v<child>),
                "safe_gather: a view does not own its elements, so the "
                "children can't be moved out of it: pass the container itself "
                "with std::move");
  if constexpr (require_claim<child>()) {
    using adapter = typename adapter_for<child>::type;
    check_token<Plan, adapter>();
    return adapter::gather_range(std::move(plan), range);
  }
}

template <class Plan, class... Children>
auto enter_pack(Plan plan, Children &...children) {
  if constexpr ((require_claim<Children>() && ...)) {
    static_assert(same_adapter<Children...>::value,
                  "safe_gather: these children belong to different libraries, "
                  "and no one of them can wait for all: gather per library");
    if constexpr (same_adapter<Children...>::value) {
      using first = std::tuple_element_t<0, std::tuple<Children...>>;
      using adapter = typename adapter_for<first>::type;
      check_token<Plan, adapter>();
      return adapter::gather(std::move(plan), children...);
    }
  }
}

template <class... Args> auto enter(Args &...args) {
  constexpr misuse wrong = misuse_of<Args...>();
  static_assert(wrong != misuse::late_option,
                "safe_gather: options come before the children");
  static_assert(wrong != misuse::no_children,
                "safe_gather: there are no children to wait for; only a range "
                "may be empty");
  static_assert(wrong != misuse::nested,
                "safe_gather: give either children or one range of children; "
                "for both, nest: safe_gather(safe_gather(range), child)");
  if constexpr (wrong == misuse::none) {
    constexpr std::size_t options = leading_options<Args...>();
    auto all = std::tie(args...);
    return [&]<std::size_t... Option, std::size_t... Child>(
               std::index_sequence<Option...>, std::index_sequence<Child...>) {
      plan given(std::get<Option>(all)...);
      if constexpr (sizeof...(Child) == 1 &&
                    (range_of_children<std::tuple_element_t<
                         options + Child, std::tuple<Args...>>> &&
                     ...))
        return enter_range(std::move(given), std::get<options + Child>(all)...);
      else
        return enter_pack(std::move(given), std::get<options + Child>(all)...);
    }(std::make_index_sequence<options>(),
           std::make_index_sequence<sizeof...(Args) - options>());
  }
}

} // namespace detail
} // namespace safe_async

#endif // SAFE_ASYNC_DETAIL_ENTRY_HPP
