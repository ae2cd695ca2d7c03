// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a gather run on Cobalt? The control block is an awaitable in the
// frame of the gather's own coroutine. Every child runs in a fork, as join does
// it, in memory that belongs to the control block.
//
// The control block is kept by a count: one for each fork, one for the timer's
// handler, one for whoever drives outside of a fork. Who takes it to zero
// resumes the caller; by then the machine is done. If the context is destroyed
// instead, handlers and forks give up their counts without being run, and the
// last one destroys the caller's coroutine, as join does it.
#ifndef SAFE_ASYNC_DETAIL_COBALT_GROUP_HPP
#define SAFE_ASYNC_DETAIL_COBALT_GROUP_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/machine.hpp>
#include <safe_async/detail/options.hpp>
#include <safe_async/detail/slot.hpp>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/error.hpp>
#include <boost/cobalt/detail/await_result_helper.hpp>
#include <boost/cobalt/detail/fork.hpp>
#include <boost/cobalt/detail/handler.hpp>
#include <boost/intrusive_ptr.hpp>
#include <boost/system/system_error.hpp>

#include <coroutine>
#include <cstddef>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace safe_async::detail::cobalt_lib {
namespace asio = ::boost::asio;
namespace cobalt = ::boost::cobalt;
using fork = cobalt::detail::fork;
using error_code = ::boost::system::error_code;

template <class Child>
using value_of = cobalt::detail::co_await_result_t<Child>;

inline child_end how_ended(const std::exception_ptr &error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (const ::boost::system::system_error &e) {
    return e.code() == asio::error::operation_aborted ? child_end::cancelled
                                                      : child_end::failure;
  } catch (...) {
    return child_end::failure;
  }
}

/// `Memory` is one of fork's states: memory for the forks, and the count.
template <class Plan, class Batch, class Memory> struct group : Memory {
  using own_timer =
      asio::basic_waitable_timer<steady, asio::wait_traits<steady>,
                                 cobalt::executor>;
  static constexpr bool borrows_timer =
      Plan::has_deadline && !Plan::needs_ambient_timer;

  template <class... Size>
  group(Plan &p, Batch &b, deadline l, Size... memory)
      : Memory(memory...), plan(p), batch(b), limit(l),
        signals(b.make_signals()),
        steps(b.states.data(), setup_of(p, b.size(), l)) {}
  group(const group &) = delete;

  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    this->exec = cobalt::detail::get_executor(caller);
    if constexpr (!Plan::shielded) {
      caller_slot = caller.promise().get_cancellation_slot();
      if (caller_slot.is_connected())
        caller_slot.template emplace<caller_request>(this);
    }
    ++this->use_count;
    steps.begin();
    if (limit.kind == deadline_kind::in_future)
      arm();
    drive();
    if (--this->use_count == 0)
      return false;
    this->coro.reset(caller.address());
    return true;
  }
  void await_resume() noexcept {
    if (caller_slot.is_connected())
      caller_slot.clear();
  }

  Plan &plan;
  Batch &batch;
  deadline limit;
  typename Batch::signals signals;
  asio::cancellation_slot caller_slot;
  std::optional<own_timer> timer;
  asio::cancellation_type soft_request = asio::cancellation_type::none;
  machine steps;

private:
  /// Sits in the caller's cancellation slot.
  struct caller_request {
    group *self;
    explicit caller_request(group *g) noexcept : self(g) {}
    void operator()(asio::cancellation_type type) { self->cancelled(type); }
  };
  void cancelled(asio::cancellation_type type) {
    bool drives;
    if ((type & asio::cancellation_type::terminal) !=
        asio::cancellation_type::none) {
      drives = steps.caller_cancelled();
    } else {
      soft_request = type;
      drives = steps.caller_asked();
    }
    if (drives) {
      ++this->use_count;
      drive();
      let_go();
    }
  }

  struct timer_handler {
    using executor_type = cobalt::executor;
    group *self;
    ::boost::intrusive_ptr<fork::shared_state> kept;

    executor_type get_executor() const noexcept { return self->get_executor(); }
    void operator()(error_code error) {
      if (!error && self->steps.deadline_passed())
        self->drive();
      if (self->steps.timer_ended())
        self->drive();
      kept.detach();
      self->let_go();
    }
  };
  void arm() {
    timer_handler handler{this, this};
    if constexpr (borrows_timer) {
      plan.timer().expires_after(limit.at - steady::now());
      plan.timer().async_wait(std::move(handler));
    } else {
      timer.emplace(this->get_executor(), limit.at);
      timer->async_wait(std::move(handler));
    }
  }

  /// The last to let go resumes the caller, and must not look back.
  void let_go() {
    if (--this->use_count == 0 && this->coro)
      this->coro.release().resume();
  }

  void request(asio::cancellation_type type) {
    for (asio::cancellation_signal &signal : signals)
      signal.emit(type);
  }

  template <class Child, class T>
  static fork play(group &g, Child &child, slot<T> &result, std::size_t index) {
    child_end how = child_end::value;
    co_await g.signals[index].slot();
    try {
      auto &&awaiter = cobalt::detail::get_awaitable_type(std::move(child));
      if (awaiter.await_ready()) {
        if constexpr (std::is_void_v<T>) {
          awaiter.await_resume();
          result.value.emplace();
        } else {
          result.value.emplace(awaiter.await_resume());
        }
      } else if constexpr (std::is_void_v<T>) {
        co_await awaiter;
        result.value.emplace();
      } else {
        result.value.emplace(co_await awaiter);
      }
    } catch (...) {
      result.error = std::current_exception();
      how = how_ended(result.error);
    }
    if (g.steps.child_ended(index, how))
      g.drive();
  }

  void drive() {
    for (;;) {
      switch (steps.next()) {
      case step::idle:
      case step::complete: // the count knows
        return;
      case step::start: {
        std::size_t i = steps.index();
        batch.visit(i, [&](auto &child, auto &result) {
          try {
            play(*this, child, result, i).release();
          } catch (...) {
            result.error = std::current_exception();
            (void)steps.child_ended(i, child_end::failure);
          }
        });
        break;
      }
      case step::cancel:
        request(asio::cancellation_type::all);
        break;
      case step::ask:
        request(soft_request);
        break;
      case step::report:
        batch.visit(steps.index(), [&](auto &, auto &result) {
          plan.suppressed(result.error);
        });
        break;
      case step::stop_timer:
        if constexpr (borrows_timer)
          plan.timer().cancel();
        else
          timer->cancel();
        break;
      }
    }
  }
};

} // namespace safe_async::detail::cobalt_lib

#endif // SAFE_ASYNC_DETAIL_COBALT_GROUP_HPP
