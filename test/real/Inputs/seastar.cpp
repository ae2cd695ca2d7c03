// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seastar's primitives, called through its own headers.
//
// LIBRARY: seastar
// WITH head: seastar/include <fmt/core.h> -DSEASTAR_API_LEVEL=9 -DSEASTAR_SCHEDULING_GROUPS_COUNT=16 -DFMT_HEADER_ONLY
#include "calls.h"

#ifdef FROM_MOCK
#include "seastar.h"
#else
#include <seastar/core/condition-variable.hh>
#include <seastar/core/do_with.hh>
#include <seastar/core/file.hh>
#include <seastar/core/future.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/iostream.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/queue.hh>
#include <seastar/core/seastar.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/sleep.hh>
#include <seastar/core/thread.hh>
#include <seastar/core/when_all.hh>
#include <seastar/core/when_any.hh>
#include <seastar/core/with_timeout.hh>
#include <seastar/coroutine/all.hh>
#include <seastar/coroutine/parallel_for_each.hh>
#include <seastar/net/api.hh>
#endif

namespace async_tidy_calls {
using seastar::future;

future<int> work();
future<> step(int);

void calls() {
  auto Futures = make<std::vector<future<int>>>();
  auto Items = make<std::vector<int>>();
  auto &Gate = make<seastar::gate &>();
  seastar::when_all(work(), work());                           // row: when_all
  seastar::when_all_succeed(work(), work());                   // row: when_all_succeed
  seastar::coroutine::all(work, work);                         // row: coroutine::all
  seastar::coroutine::parallel_for_each(Items, step);          // row: coroutine::parallel_for_each
  seastar::parallel_for_each(Items, step);                     // row: parallel_for_each
  seastar::max_concurrent_for_each(Items, 2, step);            // row: max_concurrent_for_each
  seastar::when_any(work(), work());                           // row: when_any
  seastar::with_timeout(seastar::lowres_clock::now(), work()); // row: with_timeout
  seastar::with_gate(Gate, work);                              // row: with_gate
  Gate.close();                                                // row: gate::close
  seastar::async([] {});                                       // row: async
  work().get();                                                // row: future::get
  seastar::do_with(1, [](int &) { return work(); });           // row: do_with
}

void chains() {
  auto Pair = [] { return make<future<std::tuple<int, int>>>(); };
  auto Zero = [](std::exception_ptr) { return 0; };
  work().discard_result();                                         // row: future::discard_result
  work().or_terminate();                                           // row: future::or_terminate
  work().then([](int) {});                                         // row: future::then
  Pair().then_unpack([](int, int) {});                             // row: future::then_unpack
  work().then_wrapped([](future<int>) {});                         // row: future::then_wrapped
  work().finally([] {});                                           // row: future::finally
  work().handle_exception(Zero);                                   // row: future::handle_exception
  work().handle_exception_type([](std::exception &) { return 0; }); // row: future::handle_exception_type
}

void io() {
  auto &Input = make<seastar::input_stream<char> &>();
  auto &Output = make<seastar::output_stream<char> &>();
  auto &File = make<seastar::file &>();
  char *Buffer = nullptr;
  seastar::sleep(1s);                                      // row: sleep
  seastar::sleep_abortable(1s);                            // row: sleep_abortable
  seastar::connect(make<seastar::socket_address>());       // row: connect
  make<seastar::server_socket &>().accept();               // row: server_socket::accept
  Input.read();                                            // row: input_stream::read
  Input.read_exactly(1);                                   // row: input_stream::read_exactly
  Input.read_up_to(1);                                     // row: input_stream::read_up_to
  Output.write("text");                                    // row: output_stream::write
  Output.flush();                                          // row: output_stream::flush
  seastar::open_file_dma("name", seastar::open_flags::ro); // row: open_file_dma
  File.dma_read(0, Buffer, 1);                             // row: file::dma_read
  File.dma_write(0, Buffer, 1);                            // row: file::dma_write
  File.flush();                                            // row: file::flush
  make<seastar::queue<int> &>().pop_eventually();          // row: queue::pop_eventually
  make<seastar::semaphore &>().wait();                     // row: basic_semaphore::wait
  make<seastar::condition_variable &>().wait();            // row: condition_variable::wait
}
} // namespace async_tidy_calls
