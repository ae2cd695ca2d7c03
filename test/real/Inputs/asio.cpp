// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio's and Boost.Asio's primitives, called through its own headers.
//
// LIBRARY: asio
// WITH boost 1.81: <boost/asio/experimental/parallel_group.hpp> -DFROM_BOOST
// WITH debian: <asio/experimental/parallel_group.hpp> -DASIO_HAS_CO_AWAIT=1 -DASIO_HAS_STD_COROUTINE=1
// WITH head: asio-head/asio/include
// WITH boost head: boost-asio/include -DFROM_BOOST
// NOT CALLED: async_read_at: only where Asio is built with io_uring or for Windows
// NOT CALLED: async_write_at: only where Asio is built with io_uring or for Windows
// NOT CALLED: basic_stream_file::async_read_some: only where Asio is built with io_uring or for Windows
// NOT CALLED: basic_stream_file::async_write_some: only where Asio is built with io_uring or for Windows
// NOT CALLED: basic_random_access_file::async_read_some_at: only where Asio is built with io_uring or for Windows
// NOT CALLED: basic_random_access_file::async_write_some_at: only where Asio is built with io_uring or for Windows
// NOT CALLED: ssl::stream::async_handshake: needs the headers of OpenSSL
// NOT CALLED: ssl::stream::async_shutdown: needs the headers of OpenSSL
// NOT CALLED: ssl::stream::async_read_some: needs the headers of OpenSSL
// NOT CALLED: ssl::stream::async_write_some: needs the headers of OpenSSL
// NOT CALLED: basic_deadline_timer::async_wait: needs Boost.DateTime; the same as basic_waitable_timer
#include "calls.h"

#if defined(FROM_MOCK)
#include "asio.h"
using Error = asio::error_code;
#define VERSION 103100
#elif defined(FROM_BOOST)
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
namespace asio = boost::asio;
using Error = boost::system::error_code;
#define VERSION BOOST_ASIO_VERSION
#else
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/experimental/parallel_group.hpp>
using Error = asio::error_code;
#define VERSION ASIO_VERSION
#endif

namespace async_tidy_calls {
using asio::awaitable;
namespace ip = asio::ip;
const auto &Then = asio::use_awaitable;

awaitable<int> work();

void gathers() {
  using namespace asio::experimental;
  using namespace asio::experimental::awaitable_operators;
#if VERSION >= 102400
  using asio::deferred;
#else
  using asio::experimental::deferred;
#endif
  auto &Timer = make<asio::steady_timer &>();
  auto &Context = make<asio::io_context &>();
  (void)(work() && work());                                                                 // row: experimental::awaitable_operators::operator&&
  (void)(work() || work());                                                                 // row: experimental::awaitable_operators::operator||
  auto Group = make_parallel_group(Timer.async_wait(deferred), Timer.async_wait(deferred)); // row: experimental::make_parallel_group, basic_waitable_timer::async_wait
  Group.async_wait(wait_for_all(), Then);                                                   // row: experimental::parallel_group::async_wait
#if VERSION >= 102400
  using Operation = decltype(Timer.async_wait(deferred));
  auto Ranged = make_parallel_group(make<std::vector<Operation>>()); // row: experimental::make_parallel_group
  Ranged.async_wait(wait_for_all(), Then);                           // row: experimental::ranged_parallel_group::async_wait
#endif
  asio::co_spawn(Context, work(), asio::detached); // row: co_spawn
#if VERSION >= 103100
  Timer.async_wait(asio::cancel_after(1s, Then));                            // row: cancel_after, basic_waitable_timer::async_wait
  Timer.async_wait(asio::cancel_at(std::chrono::steady_clock::now(), Then)); // row: cancel_at, basic_waitable_timer::async_wait
#endif
}

void operations(asio::mutable_buffer To, asio::const_buffer From) {
  auto &Stream = make<ip::tcp::socket &>();
  auto &Datagram = make<ip::udp::socket &>();
  auto &Raw = make<asio::basic_raw_socket<ip::icmp> &>();
  auto &Seq = make<asio::basic_seq_packet_socket<asio::generic::seq_packet_protocol> &>();
  auto &Peers = make<ip::tcp::resolver::results_type &>();
  auto Here = make<ip::udp::endpoint>();
  auto HereRaw = make<ip::icmp::endpoint>();
  asio::socket_base::message_flags Flags = 0;
  asio::async_connect(Stream, Peers, Then);                                   // row: async_connect
  asio::async_read(Stream, To, Then);                                         // row: async_read
  asio::async_read_until(Stream, make<asio::streambuf &>(), '.', Then);       // row: async_read_until
  asio::async_write(Stream, From, Then);                                      // row: async_write
  Stream.async_connect(ip::tcp::endpoint(), Then);                            // row: basic_socket::async_connect
  Stream.async_wait(ip::tcp::socket::wait_read, Then);                        // row: basic_socket::async_wait
  Stream.async_read_some(To, Then);                                           // row: basic_stream_socket::async_read_some
  Stream.async_receive(To, Then);                                             // row: basic_stream_socket::async_receive
  Stream.async_send(From, Then);                                              // row: basic_stream_socket::async_send
  Stream.async_write_some(From, Then);                                        // row: basic_stream_socket::async_write_some
  Datagram.async_receive(To, Then);                                           // row: basic_datagram_socket::async_receive
  Datagram.async_receive_from(To, Here, Then);                                // row: basic_datagram_socket::async_receive_from
  Datagram.async_send(From, Then);                                            // row: basic_datagram_socket::async_send
  Datagram.async_send_to(From, Here, Then);                                   // row: basic_datagram_socket::async_send_to
  Raw.async_receive(To, Then);                                                // row: basic_raw_socket::async_receive
  Raw.async_receive_from(To, HereRaw, Then);                                  // row: basic_raw_socket::async_receive_from
  Raw.async_send(From, Then);                                                 // row: basic_raw_socket::async_send
  Raw.async_send_to(From, HereRaw, Then);                                     // row: basic_raw_socket::async_send_to
  Seq.async_receive(To, Flags, Then);                                         // row: basic_seq_packet_socket::async_receive
  Seq.async_send(From, Flags, Then);                                          // row: basic_seq_packet_socket::async_send
  make<ip::tcp::acceptor &>().async_accept(Then);                             // row: basic_socket_acceptor::async_accept
  make<ip::tcp::acceptor &>().async_wait(ip::tcp::acceptor::wait_read, Then); // row: basic_socket_acceptor::async_wait
  make<ip::tcp::resolver &>().async_resolve("host", "port", Then);            // row: ip::basic_resolver::async_resolve
}

void devices(asio::mutable_buffer To, asio::const_buffer From) {
  using Descriptor = asio::posix::stream_descriptor;
  make<asio::serial_port &>().async_read_some(To, Then);        // row: basic_serial_port::async_read_some
  make<asio::serial_port &>().async_write_some(From, Then);     // row: basic_serial_port::async_write_some
  make<asio::readable_pipe &>().async_read_some(To, Then);      // row: basic_readable_pipe::async_read_some
  make<asio::writable_pipe &>().async_write_some(From, Then);   // row: basic_writable_pipe::async_write_some
  make<Descriptor &>().async_read_some(To, Then);               // row: posix::basic_stream_descriptor::async_read_some
  make<Descriptor &>().async_write_some(From, Then);            // row: posix::basic_stream_descriptor::async_write_some
  make<Descriptor &>().async_wait(Descriptor::wait_read, Then); // row: posix::basic_descriptor::async_wait
  make<asio::signal_set &>().async_wait(Then);                  // row: basic_signal_set::async_wait
}

void channels() {
  using namespace asio::experimental;
  auto &One = make<channel<void(Error, int)> &>();
  auto &Many = make<concurrent_channel<void(Error, int)> &>();
  One.async_receive(Then);           // row: experimental::basic_channel::async_receive
  One.async_send(Error(), 1, Then);  // row: experimental::detail::channel_send_functions::async_send
  Many.async_receive(Then);          // row: experimental::basic_concurrent_channel::async_receive
  Many.async_send(Error(), 1, Then); // row: experimental::detail::channel_send_functions::async_send
}

#ifdef FROM_MOCK
// What the installed headers have only with io_uring, OpenSSL or Boost.DateTime.
void elsewhere(asio::mutable_buffer To, asio::const_buffer From) {
  auto &File = make<asio::stream_file &>();
  auto &Random = make<asio::random_access_file &>();
  using Secure = asio::ssl::stream<ip::tcp::socket>;
  asio::async_read_at(Random, 0, To, Then);                   // row: async_read_at
  asio::async_write_at(Random, 0, From, Then);                // row: async_write_at
  File.async_read_some(To, Then);                             // row: basic_stream_file::async_read_some
  File.async_write_some(From, Then);                          // row: basic_stream_file::async_write_some
  Random.async_read_some_at(0, To, Then);                     // row: basic_random_access_file::async_read_some_at
  Random.async_write_some_at(0, From, Then);                  // row: basic_random_access_file::async_write_some_at
  make<Secure &>().async_handshake(Secure::client, Then);     // row: ssl::stream::async_handshake
  make<Secure &>().async_shutdown(Then);                      // row: ssl::stream::async_shutdown
  make<Secure &>().async_read_some(To, Then);                 // row: ssl::stream::async_read_some
  make<Secure &>().async_write_some(From, Then);              // row: ssl::stream::async_write_some
  make<asio::basic_deadline_timer<int> &>().async_wait(Then); // row: basic_deadline_timer::async_wait
}
#endif
} // namespace async_tidy_calls
