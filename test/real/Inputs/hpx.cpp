// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// HPX's primitives, called through our mock alone.
//
// LIBRARY: hpx
#include "calls.h"

#include "hpx.h"

namespace async_tidy_calls {
using Future = hpx::future<int>;

void gathers() {
  auto Work = make<std::vector<Future>>();
  auto Each = [](Future) {};
  hpx::when_all(Work[0], Work[1]);          // row: when_all
  hpx::when_all(Work.begin(), Work.end());  // row: when_all
  hpx::when_all_n(Work.begin(), 2);         // row: when_all_n
  hpx::wait_all(Work[0], Work[1]);          // row: wait_all
  hpx::wait_all_n(Work.begin(), 2);         // row: wait_all_n
  hpx::wait_all_nothrow(Work);              // row: wait_all_nothrow
  hpx::wait_all_n_nothrow(Work.begin(), 2); // row: wait_all_n_nothrow
  hpx::when_each(Each, Work);               // row: when_each
  hpx::wait_each(Each, Work);               // row: wait_each
}

void others() {
  auto Work = make<std::vector<Future>>();
  hpx::when_any(Work);              // row: when_any
  hpx::when_any_n(Work.begin(), 2); // row: when_any_n
  hpx::when_some(1, Work);          // row: when_some
  hpx::wait_any(Work);              // row: wait_any
  hpx::wait_some(1, Work);          // row: wait_some
  Work[0].get();                    // row: future::get
  Work[0].then([](Future) {});      // row: future::then
  Work[0].wait();                   // row: lcos::detail::future_base::wait
  Work[0].wait_for(1s);             // row: lcos::detail::future_base::wait_for
}

void senders(int A, int B) {
  namespace ex = hpx::execution::experimental;
  ex::when_all(A, B);                            // row: execution::experimental::when_all
  ex::when_all_with_variant(A, B);               // row: execution::experimental::when_all_with_variant
  ex::when_all_vector(make<std::vector<int>>()); // row: execution::experimental::when_all_vector
}
} // namespace async_tidy_calls
