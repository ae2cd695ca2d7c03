// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Thread's primitives, called through its own headers.
//
// LIBRARY: boost_thread
// WITH debian: <boost/thread/future.hpp>
#define BOOST_THREAD_VERSION 4
#include "calls.h"

#ifdef FROM_MOCK
#include "boost_thread.h"
#else
#include <boost/thread/future.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  using Future = boost::future<int>;
  auto Work = make<std::vector<Future>>();
  boost::when_all(make<Future>(), make<Future>()); // row: when_all
  boost::when_all(Work.begin(), Work.end());       // row: when_all
  boost::wait_for_all(Work[0], Work[1]);           // row: wait_for_all
  boost::wait_for_all(Work.begin(), Work.end());   // row: wait_for_all
  boost::when_any(make<Future>(), make<Future>()); // row: when_any
  boost::wait_for_any(Work[0], Work[1]);           // row: wait_for_any
  Work[0].then([](Future) {});                     // row: future::then
}
} // namespace async_tidy_calls
