// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// KJ's promises, called through its own headers.
//
// LIBRARY: kj
// WITH debian: <kj/async-io.h>
// WITH head: capnproto/c++/src -DHEAD -std=c++23
#include "calls.h"

#ifdef FROM_MOCK
#include "kj.h"
#define HEAD
#else
#include <kj/async-io.h>
#include <kj/async.h>
#include <kj/timer.h>
#endif

namespace async_tidy_calls {
template <class T>
using Promise = kj::Promise<T>;

void calls(kj::WaitScope &Wait) {
  kj::joinPromises(make<kj::Array<Promise<int>>>()); // row: joinPromises
#ifdef HEAD
  kj::joinPromisesFailFast(make<kj::Array<Promise<int>>>()); // row: joinPromisesFailFast
  kj::raceSuccessful(make<kj::Array<Promise<int>>>());       // row: raceSuccessful
#endif
  make<Promise<int>>().exclusiveJoin(make<Promise<int>>()); // row: Promise::exclusiveJoin
  make<Promise<void>>().detach([](kj::Exception &&) {});    // row: Promise::detach
  make<Promise<int>>().wait(Wait);                          // row: Promise::wait
  make<kj::TaskSet &>().add(make<Promise<void>>());         // row: TaskSet::add
  make<kj::TaskSet &>().onEmpty();                          // row: TaskSet::onEmpty
}

void io(kj::ArrayPtr<kj::byte> To) {
  auto &Timer = make<kj::Timer &>();
  Timer.timeoutAfter(1 * kj::SECONDS, make<Promise<int>>()); // row: Timer::timeoutAfter
  Timer.timeoutAt(Timer.now(), make<Promise<int>>());        // row: Timer::timeoutAt
  Timer.afterDelay(1 * kj::SECONDS);                         // row: Timer::afterDelay
  Timer.atTime(Timer.now());                                 // row: Timer::atTime
#ifdef HEAD
  make<kj::AsyncInputStream &>().read(To);                  // row: AsyncInputStream::read
  make<kj::AsyncInputStream &>().tryRead(To.begin(), 1, 1); // row: AsyncInputStream::tryRead
  make<kj::AsyncOutputStream &>().write(To);                // row: AsyncOutputStream::write
#else
  make<kj::AsyncInputStream &>().read(To.begin(), 1, 1);    // row: AsyncInputStream::read
  make<kj::AsyncInputStream &>().tryRead(To.begin(), 1, 1); // row: AsyncInputStream::tryRead
  make<kj::AsyncOutputStream &>().write(To.begin(), 1);     // row: AsyncOutputStream::write
#endif
  make<kj::NetworkAddress &>().connect();    // row: NetworkAddress::connect
  make<kj::ConnectionReceiver &>().accept(); // row: ConnectionReceiver::accept
}
} // namespace async_tidy_calls
