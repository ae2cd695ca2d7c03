// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the generated places of test/harness/places.py need: a started task of
// any type, and a coroutine that is of no library.

#ifndef ASYNC_TIDY_TEST_MOCKS_PLACES_H
#define ASYNC_TIDY_TEST_MOCKS_PLACES_H

#include <coroutine>

namespace async_tidy_calls {
template <template <class...> class T> T<int> start();
template <class T> T start();
void note();

struct mine {};
struct place {
  struct promise_type {
    place get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
};
} // namespace async_tidy_calls

#endif // ASYNC_TIDY_TEST_MOCKS_PLACES_H
