// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where do the cases with several threads run, on a library that brings no
// threads of its own?
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_POOL_H
#define SAFE_ASYNC_TEST_CONFORMANCE_POOL_H

#include <safe_async/executor.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace conformance {

/// Threads that all take work from one queue.
class pool final : public safe_async::executor {
public:
  explicit pool(int n) {
    for (int i = 0; i < n; ++i)
      threads_.emplace_back([this] { run(); });
  }
  ~pool() {
    {
      std::lock_guard guard(mutex_);
      closed_ = true;
    }
    wake_.notify_all();
    for (std::thread &t : threads_)
      t.join();
  }
  void post(work &w) noexcept override {
    std::lock_guard guard(mutex_);
    w.next = nullptr;
    (first_ ? last_->next : first_) = &w;
    last_ = &w;
    wake_.notify_one();
  }

private:
  void run() {
    std::unique_lock guard(mutex_);
    for (;;) {
      wake_.wait(guard, [this] { return first_ || closed_; });
      if (!first_)
        return;
      work &w = *first_;
      first_ = w.next;
      guard.unlock();
      w.run(w);
      guard.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  work *first_ = nullptr;
  work *last_ = nullptr;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_POOL_H
