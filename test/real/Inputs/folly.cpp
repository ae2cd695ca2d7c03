// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// folly's primitives, called through its own headers.
//
// LIBRARY: folly
// WITH head: folly folly-gen
// NOT CALLED: collectAnyUnsafe: gone at head, public in earlier releases
#include "calls.h"

#ifdef FROM_MOCK
#include "folly.h"
#else
#include <folly/coro/AsyncScope.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Collect.h>
#include <folly/coro/DetachOnCancel.h>
#include <folly/coro/Sleep.h>
#include <folly/coro/Task.h>
#include <folly/coro/TimedWait.h>
#include <folly/coro/Timeout.h>
#include <folly/fibers/WhenN.h>
#include <folly/fibers/async/Collect.h>
#include <folly/futures/Future.h>
#include <folly/io/coro/ServerSocket.h>
#include <folly/io/coro/Transport.h>
#endif

namespace async_tidy_calls {
using folly::coro::Task;
using Futures = std::vector<folly::SemiFuture<int>>;
using Started = std::vector<folly::Future<int>>;
using Function = int (*)();

void coroutines() {
  namespace coro = folly::coro;
  using Tasks = std::vector<Task<int>>;
  coro::collectAll(make<Task<int>>(), make<Task<int>>());                                              // row: coro::collectAll
  coro::collectAllRange(make<Tasks>());                                                                // row: coro::collectAllRange
  coro::collectAllWindowed(make<Tasks>(), 2);                                                          // row: coro::collectAllWindowed
  coro::collectAllTry(make<Task<int>>(), make<Task<int>>());                                           // row: coro::collectAllTry
  coro::collectAllTryRange(make<Tasks>());                                                             // row: coro::collectAllTryRange
  coro::collectAllTryWindowed(make<Tasks>(), 2);                                                       // row: coro::collectAllTryWindowed
  coro::collectAny(make<Task<int>>(), make<Task<int>>());                                              // row: coro::collectAny
  coro::collectAnyRange(make<Tasks>());                                                                // row: coro::collectAnyRange
  coro::collectAnyWithoutException(make<Task<int>>(), make<Task<int>>());                              // row: coro::collectAnyWithoutException
  coro::collectAnyWithoutExceptionRange(make<Tasks>());                                                // row: coro::collectAnyWithoutExceptionRange
  coro::collectAnyNoDiscard(make<Task<int>>(), make<Task<int>>());                                     // row: coro::collectAnyNoDiscard
  coro::collectAnyNoDiscardRange(make<Tasks>());                                                       // row: coro::collectAnyNoDiscardRange
  coro::timeout(make<Task<int>>(), 1s);                                                                // row: coro::timeout
  coro::timeoutNoDiscard(make<Task<int>>(), 1s);                                                       // row: coro::timeoutNoDiscard
  coro::timed_wait(make<Task<int>>(), 1s);                                                             // row: coro::timed_wait
  coro::detachOnCancel(make<Task<int>>());                                                             // row: coro::detachOnCancel
  make<coro::TaskWithExecutor<int>>().start();                                                         // row: coro::TaskWithExecutor::start
  make<coro::TaskWithExecutor<int>>().startInlineUnsafe();                                             // row: coro::TaskWithExecutor::startInlineUnsafe
  make<coro::AsyncScope &>().add(make<coro::TaskWithExecutor<void>>());                                // row: coro::AsyncScope::add
  make<coro::AsyncScope &>().joinAsync();                                                              // row: coro::AsyncScope::joinAsync
  make<coro::AsyncScope &>().cleanup();                                                                // row: coro::AsyncScope::cleanup
  make<coro::CancellableAsyncScope &>().add(make<coro::TaskWithExecutor<void>>());                     // row: coro::CancellableAsyncScope::add
  make<coro::CancellableAsyncScope &>().cancelAndJoinAsync();                                          // row: coro::CancellableAsyncScope::cancelAndJoinAsync
  coro::blockingWait(make<Task<int>>());                                                               // row: coro::blockingWait
  coro::sleep(1s);                                                                                     // row: coro::sleep
  make<coro::Transport &>().read(folly::MutableByteRange(), 1s);                                       // row: coro::Transport::read
  make<coro::Transport &>().write(folly::ByteRange());                                                 // row: coro::Transport::write
  coro::Transport::newConnectedSocket(make<folly::EventBase *>(), make<folly::SocketAddress &>(), 1s); // row: coro::Transport::newConnectedSocket
  make<coro::ServerSocket &>().accept();                                                               // row: coro::ServerSocket::accept
}

void futures() {
  folly::collectAll(make<Futures>());                 // row: collectAll
  folly::collectAllUnsafe(make<Futures>());           // row: collectAllUnsafe
  folly::collect(make<Futures>());                    // row: collect
  folly::collectUnsafe(make<Futures>());              // row: collectUnsafe
  folly::collectAny(make<Futures>());                 // row: collectAny
  folly::collectAnyWithoutException(make<Futures>()); // row: collectAnyWithoutException
  folly::collectN(make<Futures>(), 1);                // row: collectN
#ifdef FROM_MOCK
  folly::collectAnyUnsafe(make<Futures>()); // row: collectAnyUnsafe
#endif
  make<folly::Future<int>>().within(1s);     // row: Future::within
  make<folly::SemiFuture<int>>().within(1s); // row: SemiFuture::within
  make<folly::Future<int>>().get();          // row: Future::get
  make<folly::SemiFuture<int>>().get();      // row: SemiFuture::get
  folly::futures::sleep(1s);                 // row: futures::sleep
}

void chains() {
  auto Now = [] { return make<folly::Future<int>>(); };
  auto Later = [] { return make<folly::SemiFuture<int>>(); };
  auto Value = [](int) {};
  auto Try = [](folly::Try<int>) {};
  auto ExValue = [](auto &&, int) {};
  auto ExTry = [](auto &&, folly::Try<int>) {};
  auto Error = [](folly::exception_wrapper) { return 0; };
  Now().unit();                // row: Future::unit
  Now().thenValue(Value);      // row: Future::thenValue
  Now().thenValueInline(Value); // row: Future::thenValueInline
  Now().thenTry(Try);          // row: Future::thenTry
  Now().thenTryInline(Try);    // row: Future::thenTryInline
  Now().thenExValue(ExValue);  // row: Future::thenExValue
  Now().thenExTry(ExTry);      // row: Future::thenExTry
  Now().ensure([] {});         // row: Future::ensure
  Now().thenError(Error);      // row: Future::thenError
  Later().unit();              // row: SemiFuture::unit
  Later().deferValue(Value);   // row: SemiFuture::deferValue
  Later().deferExValue(ExValue); // row: SemiFuture::deferExValue
  Later().defer(Try);          // row: SemiFuture::defer
  Later().deferExTry(ExTry);   // row: SemiFuture::deferExTry
  Later().deferEnsure([] {});  // row: SemiFuture::deferEnsure
  Later().deferError(Error);   // row: SemiFuture::deferError
}

void fibers() {
  auto Work = make<std::vector<Function>>();
  folly::fibers::collectAll(Work.begin(), Work.end());  // row: fibers::collectAll
  folly::fibers::collectN(Work.begin(), Work.end(), 1); // row: fibers::collectN
  folly::fibers::collectAny(Work.begin(), Work.end());  // row: fibers::collectAny
  using Async = folly::fibers::async::Async<int> (*)();
  folly::fibers::async::collectAll(make<Async>(), make<Async>()); // row: fibers::async::collectAll
}
} // namespace async_tidy_calls
