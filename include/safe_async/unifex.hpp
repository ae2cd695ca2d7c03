// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// safe_gather for senders of libunifex, the replacement for when_all and
// when_all_range.
//
//   unifex::timed_single_thread_context clock;
//   auto [user, feed] = co_await safe_async::safe_gather(
//       safe_async::timeout(clock, 30s), fetch_user(), fetch_feed());
//   use(std::get<0>(std::get<0>(user)));   // as with when_all
//
// Cancellation here is a stop token that receivers are asked for, and a channel
// of its own, set_done; a cancelled unifex::task unwinds without an exception.
// So
//   * the result is a sender with the values of when_all: per child a variant
//     of tuples; for a range the vector of when_all_range;
//   * the first end that is no value decides, error or done. A caller that is
//     asked to stop before the last child has ended gets done, even if every
//     child succeeds then, as with when_all;
//   * errors keep their type. The deadline is an exception_ptr to
//     timeout_error, because unifex::task takes exceptions and error_code only;
//   * timeout(d) and timeout_at(t) don't compile: name a time scheduler or its
//     context, timeout(clock, d). A timer that ends early, as its context shuts
//     down, counts as the deadline;
//   * with return_exceptions each child gives an outcome<T>, where T is void,
//     its value, or a tuple of its values. A child that was cancelled holds
//     operation_cancelled.
//
// Children see the caller's answers to all queries but the stop token's. The
// gather completes where the last of children and timer ends, as when_all
// does; unifex::task brings its coroutine home. A gather allocates nothing,
// one of a range twice.
//
// Children are senders in libunifex's sense: they name value_types,
// error_types and sends_done. Await any other awaitable in a unifex::task.
#ifndef SAFE_ASYNC_UNIFEX_HPP
#define SAFE_ASYNC_UNIFEX_HPP

#include <safe_async/detail/unifex_protocol.hpp>
#include <safe_async/safe_gather.hpp>

#include <exception>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail::unifex_senders {

/// What is sent of a child: `Value`, or what was captured.
template <class Child, class Value, bool Captures> struct sent {
  using type = Value;
};
template <class Child, class Value> struct sent<Child, Value, true> {
  using type = outcome<typename sender_captured<values_of<Child>>::type>;
};

/// The values and errors of a gather, in libunifex's form.
template <class Plan, class Children> struct ends_of_gather;
template <class Plan, class... Child>
struct ends_of_gather<Plan, sender_pack<Child...>> {
  static_assert((!std::is_same_v<values_of<Child>, sender_no_values> && ...),
                "safe_gather: a child that can't complete with a value can't "
                "be gathered, as with unifex::when_all");
  template <template <class...> class Variant, template <class...> class Tuple>
  using values = Variant<
      Tuple<typename sent<Child, values_of<Child>, Plan::captures>::type...>>;
  using errors =
      std::conditional_t<Plan::captures, type_set<std::exception_ptr>,
                         type_set_union_t<errors_of<Child>...>>;
};
template <class Plan, class Child>
struct ends_of_gather<Plan, sender_range<Child>> {
  using element = typename sent<Child, element_of<Child>, Plan::captures>::type;
  template <template <class...> class Variant, template <class...> class Tuple>
  using values = Variant<Tuple<std::vector<element>>>;
  using errors =
      std::conditional_t<Plan::captures, type_set<std::exception_ptr>,
                         errors_of<Child>>;
};

/// What safe_gather returns. Starts nothing until it is connected and started.
template <class Plan, class Children>
class [[nodiscard("a gather runs only when it is awaited or started")]] sender {
  using ends = ends_of_gather<Plan, Children>;

public:
  template <template <class...> class Variant, template <class...> class Tuple>
  using value_types = typename ends::template values<Variant, Tuple>;
  template <template <class...> class Variant>
  using error_types = type_set_as_t<Variant, typename ends::errors>;
  static constexpr bool sends_done = true;

  sender(Plan plan, typename Children::tuple children)
      : plan_(std::move(plan)), children_(std::move(children)) {}

  template <class Receiver> auto connect(Receiver &&receiver) && {
    return sender_operation<protocol, Plan, std::remove_cvref_t<Receiver>,
                            Children>(std::move(plan_),
                                      std::forward<Receiver>(receiver),
                                      std::move(children_));
  }
  template <class Receiver>
    requires std::is_copy_constructible_v<typename Children::tuple>
  auto connect(Receiver &&receiver) const & {
    return sender_operation<protocol, Plan, std::remove_cvref_t<Receiver>,
                            Children>(plan_, std::forward<Receiver>(receiver),
                                      children_);
  }

private:
  Plan plan_;
  typename Children::tuple children_;
};

/// What safe_gather's entry calls; see detail/README.md.
struct adapter {
  template <class Plan, class... Children>
  static auto gather(Plan plan, Children &...children) {
    if constexpr (sender_has_timer<Plan>())
      return sender<Plan, sender_pack<Children...>>(
          std::move(plan), std::tuple<Children...>(std::move(children)...));
  }
  template <class Plan, class Range>
  static auto gather_range(Plan plan, Range &range) {
    if constexpr (sender_has_timer<Plan>())
      return sender<Plan, sender_range<std::ranges::range_value_t<Range>>>(
          std::move(plan), children_of(range));
  }
};

} // namespace safe_async::detail::unifex_senders

template <class Sender>
  requires unifex::sender<Sender>
struct safe_async::adapter_for<Sender> {
  using type = safe_async::detail::unifex_senders::adapter;
};

#endif // SAFE_ASYNC_UNIFEX_HPP
