// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Beast's operations, called through its own headers.
//
// LIBRARY: beast
// WITH boost 1.81: <boost/beast.hpp>
#include "calls.h"

#ifdef FROM_MOCK
#include "beast.h"
#else
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#endif

namespace async_tidy_calls {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
const auto &Then = asio::use_awaitable;

void calls(asio::mutable_buffer To, asio::const_buffer From) {
  auto &Stream = make<beast::tcp_stream &>();
  auto &Buffer = make<beast::flat_buffer &>();
  auto &Parser = make<http::request_parser<http::string_body> &>();
  auto &Serializer = make<http::request_serializer<http::string_body> &>();
  http::async_read(Stream, Buffer, Parser, Then);        // row: http::async_read
  http::async_read_header(Stream, Buffer, Parser, Then); // row: http::async_read_header
  http::async_read_some(Stream, Buffer, Parser, Then);   // row: http::async_read_some
  http::async_write(Stream, Serializer, Then);           // row: http::async_write
  http::async_write_header(Stream, Serializer, Then);    // row: http::async_write_header
  http::async_write_some(Stream, Serializer, Then);      // row: http::async_write_some
  beast::async_detect_ssl(Stream, Buffer, Then);         // row: async_detect_ssl
  Stream.async_connect(asio::ip::tcp::endpoint(), Then); // row: basic_stream::async_connect
  Stream.async_read_some(To, Then);                      // row: basic_stream::async_read_some
  Stream.async_write_some(From, Then);                   // row: basic_stream::async_write_some
}

void websockets(asio::mutable_buffer To, asio::const_buffer From) {
  auto &Socket = make<beast::websocket::stream<beast::tcp_stream> &>();
  auto &Buffer = make<beast::flat_buffer &>();
  Socket.async_accept(Then);                 // row: websocket::stream::async_accept
  Socket.async_close({}, Then);              // row: websocket::stream::async_close
  Socket.async_handshake("host", "/", Then); // row: websocket::stream::async_handshake
  Socket.async_ping({}, Then);               // row: websocket::stream::async_ping
  Socket.async_pong({}, Then);               // row: websocket::stream::async_pong
  Socket.async_read(Buffer, Then);           // row: websocket::stream::async_read
  Socket.async_read_some(To, Then);          // row: websocket::stream::async_read_some
  Socket.async_write(From, Then);            // row: websocket::stream::async_write
  Socket.async_write_some(true, From, Then); // row: websocket::stream::async_write_some
}
} // namespace async_tidy_calls
