// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// netcan/asyncio's primitives, called through its own headers.
//
// LIBRARY: netcan_asyncio
// WITH head: netcan/include
#include "calls.h"

#ifdef FROM_MOCK
#include "netcan_asyncio.h"
#else
#include <asyncio/gather.h>
#include <asyncio/runner.h>
#include <asyncio/sleep.h>
#include <asyncio/task.h>
#include <asyncio/wait_for.h>
#endif

namespace async_tidy_calls {
using asyncio::Task;

Task<int> work();

void calls() {
  asyncio::gather(work(), work()); // row: gather
  asyncio::wait_for(work(), 1s);   // row: wait_for
  asyncio::run(work());            // row: run
  asyncio::sleep(1s);              // row: sleep
}
} // namespace async_tidy_calls
