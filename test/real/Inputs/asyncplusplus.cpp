// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Amanieu's async++, called through its own headers.
//
// LIBRARY: async
// WITH head: asyncpp/include
// NOT CALLED: timeout_after: a primitive of the other library in namespace async
// NOT CALLED: start_detached: a primitive of the other library in namespace async
// NOT CALLED: sync_wait: a primitive of the other library in namespace async
#include "calls.h"

#ifdef FROM_MOCK
#include "asyncplusplus.h"
#else
#include <async++.h>
#endif

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<async::task<int>>>();
  async::when_all(make<async::task<int>>(), make<async::task<int>>()); // row: when_all
  async::when_all(Work.begin(), Work.end());                           // row: when_all
  async::when_any(make<async::task<int>>(), make<async::task<int>>()); // row: when_any
  make<async::task<int>>().get();                                      // row: task::get
}
} // namespace async_tidy_calls
