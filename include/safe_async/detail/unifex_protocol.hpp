// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does libunifex spell what a gather of senders needs? The library side of
// sender_operation.hpp: receivers that forward queries through tag_invoke, and
// values in the shapes of when_all and when_all_range.
#ifndef SAFE_ASYNC_DETAIL_UNIFEX_PROTOCOL_HPP
#define SAFE_ASYNC_DETAIL_UNIFEX_PROTOCOL_HPP

#include <safe_async/detail/sender_operation.hpp>
#include <safe_async/detail/type_set.hpp>

#include <unifex/continuations.hpp>
#include <unifex/get_stop_token.hpp>
#include <unifex/inplace_stop_token.hpp>
#include <unifex/receiver_concepts.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/sender_concepts.hpp>
#include <unifex/tag_invoke.hpp>
#include <unifex/type_traits.hpp>

#include <chrono>
#include <exception>
#include <functional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace safe_async::detail::unifex_senders {

template <class... T> using decayed_tuple = std::tuple<std::decay_t<T>...>;
template <class... E> using decayed_set = type_set_of<std::decay_t<E>...>;

/// What when_all gives for a child: a variant of its ways to complete.
template <class... Ways> struct ways_of {
  using type = type_set_as_t<std::variant, type_set_of<Ways...>>;
};
template <> struct ways_of<> {
  using type = sender_no_values;
};
template <class Child>
using values_of =
    typename unifex::sender_value_types_t<Child, ways_of, decayed_tuple>::type;
template <class Child>
using errors_of =
    type_set_union_t<unifex::sender_error_types_t<Child, decayed_set>,
                     type_set<std::exception_ptr>>;

/// Queries of a child or timer are the caller's, but for the stop token.
template <class Derived, class Receiver> struct queries {
  template <class Query>
    requires(unifex::is_receiver_query_cpo_v<Query> &&
             !std::is_same_v<Query, unifex::tag_t<unifex::get_stop_token>> &&
             std::is_invocable_v<Query, const Receiver &>)
  friend auto tag_invoke(Query query, const Derived &self) noexcept(
      std::is_nothrow_invocable_v<Query, const Receiver &>)
      -> std::invoke_result_t<Query, const Receiver &> {
    return std::move(query)(self.gather->receiver());
  }
  friend unifex::inplace_stop_token
  tag_invoke(unifex::tag_t<unifex::get_stop_token>,
             const Derived &self) noexcept {
    return self.token();
  }
  template <class F>
  friend void tag_invoke(unifex::tag_t<unifex::visit_continuations>,
                         const Derived &self, F &&f) {
    std::invoke(f, self.gather->receiver());
  }
};

/// Connected to one child. It reports the end as its last action.
template <class Operation, class Receiver, class Result, class Index>
struct child_receiver
    : queries<child_receiver<Operation, Receiver, Result, Index>, Receiver> {
  child_receiver(Operation *g, Result *r, Index i) noexcept
      : gather(g), result(r), index(i) {}
  Operation *gather;
  Result *result;
  [[no_unique_address]] Index index;

  unifex::inplace_stop_token token() const noexcept {
    return gather->child_token();
  }
  template <class... T> void set_value(T &&...values) noexcept {
    gather->child_ended(
        index, result->store_values(std::in_place_type<decayed_tuple<T...>>,
                                    std::forward<T>(values)...));
  }
  template <class E> void set_error(E &&error) noexcept {
    gather->child_ended(index, result->store_error(std::forward<E>(error)));
  }
  void set_done() noexcept {
    gather->child_ended(index, result->store_stopped());
  }
};

/// Connected to the timer.
template <class Operation, class Receiver>
struct timer_receiver : queries<timer_receiver<Operation, Receiver>, Receiver> {
  explicit timer_receiver(Operation *g) noexcept : gather(g) {}
  Operation *gather;

  unifex::inplace_stop_token token() const noexcept {
    return gather->timer_token();
  }
  template <class... T> void set_value(T &&...) noexcept {
    gather->timer_ended();
  }
  template <class E> void set_error(E &&) noexcept { gather->timer_ended(); }
  void set_done() noexcept { gather->timer_ended(); }
};

/// An element of when_all_range's vector.
template <class Child>
using element_of = unifex::sender_single_value_result_t<Child>;
template <class Element, class... T>
Element element(std::variant<std::tuple<T...>> &&values) {
  if constexpr (sizeof...(T) == 1)
    return Element(std::get<0>(std::get<0>(std::move(values))));
  else if constexpr (sizeof...(T) == 0)
    return Element();
  else
    return Element(std::get<0>(std::move(values)));
}

struct protocol {
  using operation_mark = void;
  using stop_source = unifex::inplace_stop_source;
  template <class Receiver>
  using token_of = unifex::stop_token_type_t<const Receiver &>;
  template <class Receiver, class F>
  using stop_callback = typename token_of<Receiver>::template callback_type<F>;
  template <class Plan, class Receiver>
  static constexpr bool stoppable =
      !Plan::shielded && !unifex::is_stop_never_possible_v<token_of<Receiver>>;
  template <class Receiver>
  static auto stop_token_of(const Receiver &receiver) noexcept {
    return unifex::get_stop_token(receiver);
  }

  template <class Sender, class Receiver>
  using operation_of = unifex::connect_result_t<Sender, Receiver>;
  template <class Sender, class Receiver>
  static auto connect(Sender &&sender, Receiver receiver) {
    return unifex::connect(std::forward<Sender>(sender), std::move(receiver));
  }
  template <class Operation> static void start(Operation &running) noexcept {
    unifex::start(running);
  }

  template <class... A>
  using child_receiver = unifex_senders::child_receiver<A...>;
  template <class... A>
  using timer_receiver = unifex_senders::timer_receiver<A...>;
  template <class Child> struct result_type {
    template <class... E>
    using with = sender_result<values_of<Child>, sender_stops::maybe, E...>;
    using type = type_set_as_t<with, errors_of<Child>>;
  };
  template <class Child, class Receiver>
  using result = typename result_type<Child>::type;

  /// `timer` is a time scheduler, or a context that has one.
  template <class Timer> static auto timer(Timer &timer, steady::duration d) {
    if constexpr (requires { timer.get_scheduler(); }) {
      return unifex::schedule_after(timer.get_scheduler(), d);
    } else if constexpr (requires { unifex::schedule_after(timer, d); }) {
      return unifex::schedule_after(timer, d);
    } else {
      static_assert(never_true<Timer>,
                    "safe_gather: the timer of timeout(timer, d) must be a "
                    "time scheduler, such as that of "
                    "unifex::timed_single_thread_context");
    }
  }

  template <class Receiver>
  static void send_stopped(Receiver &receiver) noexcept {
    unifex::set_done(std::move(receiver));
  }
  template <class Receiver, class E>
  static void send_error(Receiver &receiver, E &&error) noexcept {
    unifex::set_error(std::move(receiver), std::forward<E>(error));
  }
  /// An exception_ptr, because unifex::task takes no other errors.
  template <class Receiver>
  static void send_deadline(Receiver &receiver) noexcept {
    send_error(receiver, std::make_exception_ptr(timeout_error()));
  }

  /// The values stay in the children until the receiver has taken them.
  template <class Receiver, class Operation, class Indices, class... Child>
  static void send_values(
      Receiver &receiver,
      sender_pack_nodes<Operation, Indices, Child...> &children) noexcept {
    or_error(receiver, [&] {
      children.with_results([&](auto &...result) {
        unifex::set_value(std::move(receiver), std::move(result.values())...);
      });
    });
  }
  template <class Receiver, class Operation, class Child>
  static void
  send_values(Receiver &receiver,
              sender_range_nodes<Operation, Child> &children) noexcept {
    or_error(receiver, [&] {
      unifex::set_value(
          std::move(receiver), children.vector_of([](auto &result) {
            return element<element_of<Child>>(std::move(result.values()));
          }));
    });
  }
  template <class Receiver, class Operation, class Indices, class... Child>
  static void send_outcomes(
      Receiver &receiver,
      sender_pack_nodes<Operation, Indices, Child...> &children) noexcept {
    or_error(receiver, [&] {
      std::apply(
          [&](auto &&...one) {
            unifex::set_value(std::move(receiver), std::move(one)...);
          },
          children.outcomes());
    });
  }
  template <class Receiver, class Operation, class Child>
  static void
  send_outcomes(Receiver &receiver,
                sender_range_nodes<Operation, Child> &children) noexcept {
    or_error(receiver, [&] {
      unifex::set_value(std::move(receiver), children.outcomes());
    });
  }

private:
  /// A receiver may throw when it is given values; then it gets the exception.
  template <class Receiver, class Send>
  static void or_error(Receiver &receiver, Send send) noexcept {
    try {
      send();
    } catch (...) {
      send_error(receiver, std::current_exception());
    }
  }
};

} // namespace safe_async::detail::unifex_senders

#endif // SAFE_ASYNC_DETAIL_UNIFEX_PROTOCOL_HPP
