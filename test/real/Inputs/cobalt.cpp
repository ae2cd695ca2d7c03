// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Cobalt's primitives, called through its own headers.
//
// LIBRARY: cobalt
// WITH head: cobalt/include boost-asio/include -DBOOST_COBALT_USE_STD_PMR=1
#include "calls.h"

#ifdef FROM_MOCK
#include "cobalt.h"
#else
#include <boost/asio/detached.hpp>
#include <boost/cobalt.hpp>
#include <boost/cobalt/gather.hpp>
#include <boost/cobalt/join.hpp>
#include <boost/cobalt/race.hpp>
#include <boost/cobalt/wait_group.hpp>
#include <boost/cobalt/with.hpp>
#endif

namespace async_tidy_calls {
namespace cobalt = boost::cobalt;
using cobalt::promise;

promise<int> work();
promise<void> done();

void calls() {
  auto &Context = make<boost::asio::io_context &>();
  auto &Group = make<cobalt::wait_group &>();
  cobalt::join(work(), work());                                                                           // row: join
  cobalt::gather(work(), work());                                                                         // row: gather
  cobalt::race(work(), work());                                                                           // row: race
  cobalt::left_race(work(), work());                                                                      // row: left_race
  Group.wait();                                                                                           // row: wait_group::wait
  Group.wait_one();                                                                                       // row: wait_group::wait_one
  Group.push_back(done());                                                                                // row: wait_group::push_back
  cobalt::with(make<cobalt::wait_group>(), [](cobalt::wait_group &) -> promise<void> { return done(); }); // row: with
  work().detach();                                                                                        // row: promise::detach
  +work();                                                                                                // row: promise::operator+
  cobalt::spawn(Context, make<cobalt::task<int>>(), boost::asio::detached);                               // row: spawn
  cobalt::run(make<cobalt::task<int>>());                                                                 // row: run
}
} // namespace async_tidy_calls
