// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// corral's primitives, called through its own headers.
//
// LIBRARY: corral
// WITH head: corral <boost/asio.hpp>
#include "calls.h"

#ifdef FROM_MOCK
#include "boost_asio.h"
#include "corral.h"
#else
#include <corral/asio.h>
#include <corral/corral.h>
#endif

namespace async_tidy_calls {
using corral::Task;

void calls() {
  corral::allOf(make<Task<int>>(), make<Task<int>>());                // row: allOf
  corral::allOf(make<std::vector<Task<int>>>());                      // row: allOf
  corral::mostOf(make<Task<int>>(), make<Task<int>>());               // row: mostOf
  corral::anyOf(make<Task<int>>(), make<Task<int>>());                // row: anyOf
  make<corral::Nursery &>().start(make<Task<void> (*)()>());          // row: BasicNursery::start
  corral::run(make<boost::asio::io_context &>(), make<Task<void>>()); // row: run
  corral::sleepFor(make<boost::asio::io_context &>(), 1s);            // row: sleepFor
}
} // namespace async_tidy_calls
