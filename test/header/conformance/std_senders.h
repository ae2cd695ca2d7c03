// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite's view of C++26's senders, whose namespace the test
// names: `lib` in namespace conformance. Cancellation is a channel and no
// exception; the cases are coroutines that catch, so the traits turn "stopped"
// into operation_cancelled and back at the edges of each coroutine.
//
// There are no timed schedulers, so here is one; and a pool, because a task
// takes no scheduler that may fail, as the system's parallel one may.
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_STD_SENDERS_H
#define SAFE_ASYNC_TEST_CONFORMANCE_STD_SENDERS_H

#include "outcome_results.h"
#include "pool.h"
#include "sender_options.h"
#include "suite.h"

#include <safe_async/detail/run_loop.hpp>

#include <mutex>
#include <optional>
#include <thread>

namespace conformance {

using safe_async::operation_cancelled;

/// A loop that ticks on a thread of its own, and its timed scheduler.
class ticking_clock {
  template <class Receiver> class wait;

public:
  ~ticking_clock() {
    loop_.finish();
    thread_.join();
  }

  struct sender {
    using sender_concept = lib::sender_tag;
    template <class, class...>
    static consteval auto get_completion_signatures() {
      return lib::completion_signatures<lib::set_value_t(),
                                        lib::set_stopped_t()>();
    }
    template <class Receiver> wait<Receiver> connect(Receiver receiver) const {
      return wait<Receiver>(*loop, d, std::move(receiver));
    }
    safe_async::detail::run_loop *loop;
    std::chrono::nanoseconds d;
  };
  sender schedule_after(std::chrono::nanoseconds d) { return {&loop_, d}; }

private:
  safe_async::detail::run_loop loop_;
  std::thread thread_{[this] { loop_.run(); }};
};

/// Who ends it, the alarm or the stop request, is decided under the lock;
/// start() holds it, so nobody ends what has not quite begun.
template <class Receiver> class ticking_clock::wait : safe_async::timer::alarm {
  struct on_stop {
    wait &self;
    void operator()() const noexcept { self.stopped(); }
  };
  using token = lib::stop_token_of_t<lib::env_of_t<Receiver>>;

public:
  using operation_state_concept = lib::operation_state_tag;

  wait(safe_async::detail::run_loop &loop, std::chrono::nanoseconds d,
       Receiver receiver)
      : alarm{&wait::fired}, loop_(loop), d_(d),
        receiver_(std::move(receiver)) {}
  wait(wait &&) = delete;

  void start() & noexcept {
    {
      std::lock_guard guard(mutex_);
      on_stop_.emplace(lib::get_stop_token(lib::get_env(receiver_)),
                       on_stop{*this});
      if (!ended_) {
        at = safe_async::timer::clock::now() + d_;
        running_ = true;
        loop_.start(*this);
        return;
      }
    }
    finish_stopped();
  }

private:
  bool ends() {
    std::lock_guard guard(mutex_);
    return !std::exchange(ended_, true);
  }
  static void fired(alarm &a) noexcept {
    wait &self = static_cast<wait &>(a);
    if (!self.ends())
      return;
    self.on_stop_.reset();
    lib::set_value(std::move(self.receiver_));
  }
  void stopped() noexcept {
    if (!ends() || !running_)
      return;
    (void)loop_.stop(*this);
    finish_stopped();
  }
  void finish_stopped() noexcept {
    on_stop_.reset();
    lib::set_stopped(std::move(receiver_));
  }

  safe_async::detail::run_loop &loop_;
  std::chrono::nanoseconds d_;
  Receiver receiver_;
  std::recursive_mutex mutex_;
  bool running_ = false;
  bool ended_ = false;
  std::optional<lib::stop_callback_for_t<token, on_stop>> on_stop_;
};

inline ticking_clock &the_clock() {
  static ticking_clock one;
  return one;
}

/// Ends in the error, or stopped if the error is a cancellation.
struct ended_by {
  using sender_concept = lib::sender_tag;
  template <class, class...> static consteval auto get_completion_signatures() {
    return lib::completion_signatures<lib::set_error_t(std::exception_ptr),
                                      lib::set_stopped_t()>();
  }
  template <class Receiver> struct operation {
    using operation_state_concept = lib::operation_state_tag;
    Receiver receiver;
    std::exception_ptr error;
    void start() & noexcept {
      if (holds<operation_cancelled>(error))
        lib::set_stopped(std::move(receiver));
      else
        lib::set_error(std::move(receiver), std::move(error));
    }
  };
  template <class Receiver> operation<Receiver> connect(Receiver r) const {
    return {std::move(r), error};
  }
  std::exception_ptr error;
};

/// Stopped becomes an exception.
inline auto stopped_throws() {
  return lib::let_stopped([] {
    return lib::just_error(std::make_exception_ptr(operation_cancelled()));
  });
}

/// Completes on a thread of the pool, always.
struct pool_scheduler {
  using scheduler_concept = lib::scheduler_tag;

  template <class Receiver> struct operation : safe_async::executor::work {
    using operation_state_concept = lib::operation_state_tag;
    operation(pool &p, Receiver r)
        : work{[](work &w) noexcept {
            lib::set_value(std::move(static_cast<operation &>(w).receiver));
          }},
          threads(p), receiver(std::move(r)) {}
    void start() & noexcept { threads.post(*this); }
    pool &threads;
    Receiver receiver;
  };
  struct sender {
    using sender_concept = lib::sender_tag;
    template <class, class...>
    static consteval auto get_completion_signatures() {
      return lib::completion_signatures<lib::set_value_t()>();
    }
    template <class Receiver>
    operation<Receiver> connect(Receiver receiver) const {
      return operation<Receiver>(*threads, std::move(receiver));
    }
    const sender &get_env() const noexcept { return *this; }
    pool_scheduler
    query(lib::get_completion_scheduler_t<lib::set_value_t>) const noexcept {
      return {threads};
    }
    pool *threads;
  };

  sender schedule() const noexcept { return {threads}; }
  auto query(lib::get_forward_progress_guarantee_t) const noexcept {
    return lib::forward_progress_guarantee::parallel;
  }
  bool operator==(const pool_scheduler &) const = default;
  pool *threads;
};

struct std_senders_traits : outcome_results {
  static const char *note(std::string_view promise) {
    return promise == "timeout" ? "yes (2)" : "yes";
  }

  template <class T> using task = lib::task<T>;
  struct context {};

  /// A sender that is stopped where the coroutine throws operation_cancelled.
  template <class T, class F> static auto child(F f) {
    return f(context{}) | lib::let_error([](std::exception_ptr error) {
             return ended_by{std::move(error)};
           });
  }

  static task<void> sleep(context, ms d) {
    co_await (the_clock().schedule_after(d) | stopped_throws());
  }
  static task<void> deaf_sleep(context, ms d) {
    co_await (lib::write_env(
                  the_clock().schedule_after(d),
                  lib::prop(lib::get_stop_token, lib::never_stop_token())) |
              stopped_throws());
  }
  static bool is_cancellation(const std::exception_ptr &error) {
    return holds<operation_cancelled>(error);
  }
  [[noreturn]] static void throw_cancellation() { throw operation_cancelled(); }
  static auto await_again() { return lib::just(); }
  static auto cancellation(context) {
    return lib::read_env(lib::get_stop_token);
  }
  template <class Token> static bool cancelled(const Token &token) {
    return token.stop_requested();
  }
  static auto place(context) {
    return lib::just() | lib::then([] { return std::this_thread::get_id(); });
  }

  /// One captured sender gives one outcome; the cases expect a tuple.
  template <class... Args> static auto gather(context, Args... args) {
    constexpr bool range = (std::ranges::range<Args> || ...);
    auto all =
        safe_async::safe_gather(with_timer(the_clock(), std::move(args))...);
    if constexpr (captures<Args...> && !range)
      return std::move(all) | lib::then([](auto... one) {
               return std::tuple(std::move(one)...);
             }) |
             stopped_throws();
    else
      return std::move(all) | stopped_throws();
  }

  template <class F> static std::exception_ptr run(F f) {
    return ended_with(f(context{}));
  }
  template <class F> static std::exception_ptr run_cancelled(F f, moment when) {
    lib::inplace_stop_source source;
    canceller at(when, [&] { source.request_stop(); });
    return ended_with(lib::write_env(
        f(context{}), lib::prop(lib::get_stop_token, source.get_token())));
  }
  template <class F> static std::exception_ptr run_on_threads(F f, int n) {
    pool threads(n);
    return ended_with(lib::starts_on(pool_scheduler{&threads}, f(context{})));
  }

private:
  template <class Sender> static std::exception_ptr ended_with(Sender sender) {
    try {
      blocking_wait(std::move(sender) | stopped_throws());
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
};

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_STD_SENDERS_H
