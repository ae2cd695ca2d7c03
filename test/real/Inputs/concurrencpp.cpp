// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// concurrencpp's primitives, called through its own headers.
//
// LIBRARY: concurrencpp
// WITH head: concurrencpp/include
#include "calls.h"

#ifdef FROM_MOCK
#include "concurrencpp.h"
#else
#include <concurrencpp/concurrencpp.h>
#endif

namespace async_tidy_calls {
void calls() {
  using Result = concurrencpp::result<int>;
  auto Resume = make<std::shared_ptr<concurrencpp::inline_executor>>();
  auto Work = make<std::vector<Result>>();
  concurrencpp::when_all(Resume, make<Result>(), make<Result>());    // row: when_all
  concurrencpp::when_all(Resume, Work.begin(), Work.end());          // row: when_all
  concurrencpp::when_any(Resume, make<Result>(), make<Result>());    // row: when_any
  Work[0].get();                                                     // row: result::get
  Work[0].wait();                                                    // row: result::wait
  Work[0].wait_for(1s);                                              // row: result::wait_for
  Work[0].wait_until(std::chrono::high_resolution_clock::now());     // row: result::wait_until
  make<concurrencpp::timer_queue &>().make_delay_object(1s, Resume); // row: timer_queue::make_delay_object
}
} // namespace async_tidy_calls
