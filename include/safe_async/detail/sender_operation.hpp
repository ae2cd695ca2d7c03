// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on senders? The operation state of a gather: it holds
// the children's operation states, a stop source for them, the timer and the
// machine, and completes its receiver when the machine says so. It is the same
// for stdexec, std::execution and libunifex; `Protocol` names what they spell
// differently:
//
//   operation_mark: what operation states say they are, if they have to
//   stop_source, stop_callback<Receiver, F>, stop_token_of(receiver)
//   connect(sender, receiver), operation_of<Sender, Receiver>, start(op)
//   child_receiver<Operation, Receiver, Result, Index>, timer_receiver<...>
//   result<Child, Receiver>: the sender_result of a child
//   timer(timer, d): a sender that completes after `d`
//   send_values, send_range, send_outcomes, send_error, send_deadline,
//   send_stopped
//
// Events may come on any thread. start() counts as the driver from its first
// line, so a child, a timer or a stop request that is already there only
// leaves a note for it, and the receiver is never completed before start() is
// through with its members.
#ifndef SAFE_ASYNC_DETAIL_SENDER_OPERATION_HPP
#define SAFE_ASYNC_DETAIL_SENDER_OPERATION_HPP

#include <safe_async/detail/entry.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/sender_children.hpp>

#include <optional>
#include <type_traits>
#include <utility>

namespace safe_async::detail {

/// False, with a sentence, for a deadline without a timer to run on.
template <class Plan> constexpr bool sender_has_timer() {
  static_assert(!Plan::needs_ambient_timer,
                "safe_gather: senders have no timer of their own: say which "
                "one, as in safe_async::timeout(scheduler, 30s), where the "
                "scheduler is a timed one");
  return !Plan::needs_ambient_timer;
}

/// A gather without a deadline has no timer.
struct sender_no_timer {};

/// The timer's operation state and how to stop it. Connected when the gather
/// starts, because only then the deadline is known.
template <class Operation, class Receiver, class Timer> struct sender_timer {
  using protocol = typename Operation::protocol;
  using receiver =
      typename protocol::template timer_receiver<Operation, Receiver>;
  using sender =
      decltype(protocol::timer(std::declval<Timer &>(), steady::duration()));
  // Makes the operation state where optional wants it.
  struct made {
    Operation &gather;
    sender &&wait;
    operator typename protocol::template operation_of<sender, receiver>()
        const {
      return protocol::connect(std::move(wait), receiver{&gather});
    }
  };
  void arm(Operation &gather, Timer &timer, steady::duration d) {
    running.emplace(made{gather, protocol::timer(timer, d)});
  }
  typename protocol::stop_source stop;
  std::optional<typename protocol::template operation_of<sender, receiver>>
      running;
};

template <class Protocol, class Plan, class Receiver, class Children>
class sender_operation {
public:
  using protocol = Protocol;
  using operation_state_concept = typename Protocol::operation_mark;
  using receiver_type = Receiver;
  template <class Child>
  using result_of = typename Protocol::template result<Child, Receiver>;

  sender_operation(Plan plan, Receiver receiver,
                   typename Children::tuple children)
      : plan_(std::move(plan)), receiver_(std::move(receiver)),
        children_(*this, std::move(children)) {}
  sender_operation(sender_operation &&) = delete;

  void start() noexcept {
    deadline limit = plan_.fix_deadline();
    if (children_.size() == 0)
      return finish(ending::values);
    if (limit.kind == deadline_kind::passed) {
      for (std::size_t i = 0; i < children_.size(); ++i)
        children_.states()[i].timed_out = true;
      return finish(ending::deadline);
    }
    bool timed = limit.kind == deadline_kind::in_future;
    steps_.emplace(children_.states(),
                   setup_of(plan_, children_.size(), limit));
    steps_->begin();
    if constexpr (Plan::has_deadline)
      if (timed && !arm(limit.at - steady::now()))
        return;
    if constexpr (stoppable)
      on_stop_.emplace(Protocol::stop_token_of(receiver_), on_stop{*this});
    if constexpr (Plan::has_deadline)
      if (timed)
        Protocol::start(*timer_.running);
    drive();
  }

  // For the receivers of children and timer, which call these as their last
  // action.
  const Receiver &receiver() const noexcept { return receiver_; }
  auto child_token() noexcept { return stop_.get_token(); }
  auto timer_token() noexcept { return timer_.stop.get_token(); }
  void child_ended(std::size_t index, child_end how) noexcept {
    if (steps_->child_ended(index, how))
      drive();
  }
  /// A timer that ends for any other reason than stop_timer, because it fails
  /// or its context shuts down, can't keep the deadline: it counts as passed.
  void timer_ended() noexcept {
    if (steps_->deadline_passed())
      drive();
    if (steps_->timer_ended())
      drive();
  }

private:
  struct on_stop {
    sender_operation &gather;
    void operator()() const noexcept {
      if (gather.steps_->caller_cancelled())
        gather.drive();
    }
  };

  static constexpr bool stoppable =
      Protocol::template stoppable<Plan, Receiver>;

  static auto timer_type() {
    if constexpr (Plan::has_deadline)
      return std::type_identity<sender_timer<
          sender_operation, Receiver,
          std::remove_reference_t<decltype(std::declval<Plan &>().timer())>>>();
    else
      return std::type_identity<sender_no_timer>();
  }
  using timer = typename decltype(timer_type())::type;

  bool arm(steady::duration d) noexcept {
    try {
      timer_.arm(*this, plan_.timer(), d);
      return true;
    } catch (...) {
      Protocol::send_error(receiver_, std::current_exception());
      return false;
    }
  }

  void drive() noexcept {
    for (;;) {
      switch (steps_->next()) {
      case step::idle:
        return;
      case step::start:
        children_.visit(steps_->index(),
                        [](auto &node) { Protocol::start(node.running); });
        break;
      case step::cancel:
        stop_.request_stop();
        break;
      case step::ask: // there are no soft requests among senders
        break;
      case step::report:
        children_.visit(steps_->index(), [&](auto &node) {
          plan_.suppressed(node.result.exception());
        });
        break;
      case step::stop_timer:
        if constexpr (Plan::has_deadline)
          timer_.stop.request_stop();
        break;
      case step::complete:
        return finish(steps_->how_ended());
      }
    }
  }

  // The receiver may destroy this operation.
  void finish(ending how) noexcept {
    on_stop_.reset();
    if (how == ending::caller_cancelled) {
      if constexpr (stoppable)
        Protocol::send_stopped(receiver_);
    } else if constexpr (Plan::captures) {
      Protocol::send_outcomes(receiver_, children_);
    } else if (how == ending::values) {
      Protocol::send_values(receiver_, children_);
    } else if (how == ending::failure) {
      children_.visit(steps_->first_failed(), [&](auto &node) {
        node.result.on_failure(
            [&] { Protocol::send_stopped(receiver_); },
            [&](auto &e) { Protocol::send_error(receiver_, std::move(e)); });
      });
    } else if constexpr (Plan::has_deadline) {
      Protocol::send_deadline(receiver_);
    }
  }

  Plan plan_;
  Receiver receiver_;
  typename Protocol::stop_source stop_;
  timer timer_;
  std::optional<machine> steps_;
  std::optional<typename Protocol::template stop_callback<Receiver, on_stop>>
      on_stop_;
  typename Children::template nodes<sender_operation> children_;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_SENDER_OPERATION_HPP
