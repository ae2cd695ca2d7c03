// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Corosio's primitives, called through our mock alone.
//
// LIBRARY: corosio
#include "calls.h"

#include "capy.h"

namespace async_tidy_calls {
namespace corosio = boost::corosio;

void calls(int Buffers) {
  auto &Timer = make<corosio::timer &>();
  auto &Socket = make<corosio::tcp_socket &>();
  auto &Secure = make<corosio::tls_stream &>();
  corosio::cancel_after(make<boost::capy::task<>>(), Timer, 1s);                        // row: cancel_after
  corosio::cancel_at(make<boost::capy::task<>>(), Timer, corosio::timer::time_point()); // row: cancel_at
  Timer.wait();                                                                         // row: io_timer::wait
  Socket.connect(1);                                                                    // row: tcp_socket::connect
  Socket.read_some(Buffers);                                                            // row: io_read_stream::read_some
  Socket.write_some(Buffers);                                                           // row: io_write_stream::write_some
  Secure.read_some(Buffers);                                                            // row: tls_stream::read_some
  Secure.write_some(Buffers);                                                           // row: tls_stream::write_some
  make<corosio::tcp_acceptor &>().accept(Socket);                                       // row: tcp_acceptor::accept
  make<corosio::resolver &>().resolve("host", "port");                                  // row: resolver::resolve
}
} // namespace async_tidy_calls
