// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// stlab's primitives, called through its own headers.
//
// LIBRARY: stlab
// WITH head: stlab/include stlab-config
#include "calls.h"

#ifdef FROM_MOCK
#include "stlab.h"
#else
#include <stlab/concurrency/await.hpp>
#include <stlab/concurrency/default_executor.hpp>
#include <stlab/concurrency/future.hpp>
#include <stlab/concurrency/immediate_executor.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  using Future = stlab::future<int>;
  auto Work = make<std::vector<Future>>();
  const auto Add = [](int A, int B) { return A + B; };
  stlab::when_all(stlab::immediate_executor, Add, make<Future>(), make<Future>());                     // row: when_all
  stlab::when_any(stlab::immediate_executor, [](int, std::size_t) {}, make<Future>(), make<Future>()); // row: when_any
  stlab::await(make<Future>());                                                                        // row: await
  stlab::await_for(make<Future>(), 1s);                                                                // row: await_for
  stlab::blocking_get(make<Future>());                                                                 // row: blocking_get
  make<Future>().detach();                                                                             // row: future::detach
}
} // namespace async_tidy_calls
