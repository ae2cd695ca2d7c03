// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What runs a task in a program that has no event loop? A run loop on the
// thread that waits: executor and timer in one.
#ifndef SAFE_ASYNC_DETAIL_RUN_LOOP_HPP
#define SAFE_ASYNC_DETAIL_RUN_LOOP_HPP

#include <safe_async/executor.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace safe_async::detail {

class run_loop final : public executor, public timer {
public:
  run_loop() = default;
  run_loop(const run_loop &) = delete;

  /// Runs work and alarms on this thread until finish() was called.
  void run() noexcept {
    std::unique_lock guard(mutex_);
    runner_ = std::this_thread::get_id();
    for (;;) {
      if (first_alarm_ && first_alarm_->at <= clock::now())
        run_alarm(guard);
      else if (first_work_)
        run_work(guard);
      else if (finished_)
        return;
      else if (first_alarm_) {
        clock::time_point at = first_alarm_->at; // may go while we wait
        wake_.wait_until(guard, at);
      } else
        wake_.wait(guard);
    }
  }

  void finish() noexcept {
    std::lock_guard guard(mutex_);
    finished_ = true;
    wake_.notify_one();
  }

  void post(work &w) noexcept override {
    std::lock_guard guard(mutex_);
    w.next = nullptr;
    (first_work_ ? last_work_->next : first_work_) = &w;
    last_work_ = &w;
    wake_.notify_one();
  }

  // Alarms are kept in order. Most are later than all others (the same
  // timeout, asked for again), so the search starts at the end.
  void start(alarm &a) noexcept override {
    std::lock_guard guard(mutex_);
    alarm *before = last_alarm_;
    while (before && before->at > a.at)
      before = before->previous;
    a.waiting = true;
    a.previous = before;
    a.next = before ? before->next : first_alarm_;
    (before ? before->next : first_alarm_) = &a;
    (a.next ? a.next->previous : last_alarm_) = &a;
    if (first_alarm_ == &a)
      wake_.notify_one();
  }

  bool stop(alarm &a) noexcept override {
    std::unique_lock guard(mutex_);
    if (a.waiting) {
      remove(a);
      return true;
    }
    if (std::this_thread::get_id() != runner_)
      fired_.wait(guard, [&] { return firing_ != &a; });
    return false;
  }

private:
  void remove(alarm &a) noexcept {
    a.waiting = false;
    (a.previous ? a.previous->next : first_alarm_) = a.next;
    (a.next ? a.next->previous : last_alarm_) = a.previous;
  }

  void run_alarm(std::unique_lock<std::mutex> &guard) noexcept {
    alarm &a = *first_alarm_;
    remove(a);
    firing_ = &a;
    guard.unlock();
    a.fire(a);
    guard.lock();
    firing_ = nullptr;
    fired_.notify_all();
  }

  void run_work(std::unique_lock<std::mutex> &guard) noexcept {
    work &w = *first_work_;
    first_work_ = w.next;
    guard.unlock();
    w.run(w);
    guard.lock();
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable fired_;
  work *first_work_ = nullptr;
  work *last_work_ = nullptr;
  alarm *first_alarm_ = nullptr;
  alarm *last_alarm_ = nullptr;
  alarm *firing_ = nullptr;
  std::thread::id runner_;
  bool finished_ = false;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_RUN_LOOP_HPP
