// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The standard library's futures and threads, from the headers on the machine.
//
// LIBRARY: std_future
// WITH libstdc++: -stdlib=libstdc++
// WITH libc++: /usr/lib/llvm-22/include/c++/v1 <future> -nostdinc++
#include "calls.h"

#include <future>
#include <thread>

namespace async_tidy_calls {
void calls() {
  using namespace std::chrono;
  auto &Future = make<std::future<int> &>();
  auto &Shared = make<std::shared_future<int> &>();
  auto &Thread = make<std::thread &>();
  std::async([] { return 1; }); // row: async
  Future.get();                 // row: future::get
#ifdef __GLIBCXX__
  Future.wait();                          // row: __basic_future::wait
  Future.wait_for(1s);                    // row: __basic_future::wait_for
  Future.wait_until(steady_clock::now()); // row: __basic_future::wait_until
#else
  Future.wait();                          // row: future::wait
  Future.wait_for(1s);                    // row: future::wait_for
  Future.wait_until(steady_clock::now()); // row: future::wait_until
#endif
  Shared.get(); // row: shared_future::get
#ifdef __GLIBCXX__
  Shared.wait(); // row: __basic_future::wait
#else
  Shared.wait(); // row: shared_future::wait
#endif
  Thread.detach();                                    // row: thread::detach
  Thread.join();                                      // row: thread::join
  std::this_thread::sleep_for(1s);                    // row: this_thread::sleep_for
  std::this_thread::sleep_until(steady_clock::now()); // row: this_thread::sleep_until
}
} // namespace async_tidy_calls

#ifdef FROM_MOCK
#include "std_future_libcxx.h"

namespace async_tidy_calls {
void libcxx() {
  auto &Future = make<std::__1::future<int> &>();
  Future.wait();                                       // row: future::wait
  Future.wait_for(1s);                                 // row: future::wait_for
  Future.wait_until(std::chrono::steady_clock::now()); // row: future::wait_until
  make<std::__1::shared_future<int> &>().wait();       // row: shared_future::wait
}
} // namespace async_tidy_calls
#endif
