// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// cppcoro's primitives, called through its own headers.
//
// LIBRARY: cppcoro
// WITH head: cppcoro/include
#include "calls.h"

#ifdef FROM_MOCK
#include "cppcoro.h"
#else
#include <cppcoro/async_scope.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/net/ipv4_endpoint.hpp>
#include <cppcoro/net/socket.hpp>
#include <cppcoro/read_only_file.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>
#include <cppcoro/write_only_file.hpp>
#endif

namespace async_tidy_calls {
using cppcoro::task;

void calls() {
  cppcoro::when_all(make<task<int>>(), make<task<int>>());       // row: when_all
  cppcoro::when_all(make<std::vector<task<int>>>());             // row: when_all
  cppcoro::when_all_ready(make<task<int>>(), make<task<int>>()); // row: when_all_ready
  cppcoro::sync_wait(make<task<int>>());                         // row: sync_wait
  make<cppcoro::async_scope &>().spawn(make<task<>>());          // row: async_scope::spawn
  make<cppcoro::async_scope &>().join();                         // row: async_scope::join
  make<cppcoro::io_service &>().schedule_after(1s);              // row: io_service::schedule_after
}

void io(void *Buffer) {
  auto &Socket = make<cppcoro::net::socket &>();
  auto &Peer = make<cppcoro::net::ip_endpoint &>();
  Socket.connect(Peer);                                   // row: net::socket::connect
  Socket.accept(make<cppcoro::net::socket &>());          // row: net::socket::accept
  Socket.disconnect();                                    // row: net::socket::disconnect
  Socket.send(Buffer, 1);                                 // row: net::socket::send
  Socket.send_to(Peer, Buffer, 1);                        // row: net::socket::send_to
  Socket.recv(Buffer, 1);                                 // row: net::socket::recv
  Socket.recv_from(Buffer, 1);                            // row: net::socket::recv_from
  make<cppcoro::read_only_file &>().read(0, Buffer, 1);   // row: readable_file::read
  make<cppcoro::write_only_file &>().write(0, Buffer, 1); // row: writable_file::write
}
} // namespace async_tidy_calls
