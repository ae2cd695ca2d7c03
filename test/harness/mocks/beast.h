// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Beast, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_BEAST_H
#define ASYNC_TIDY_TEST_MOCKS_BEAST_H

#include "boost_asio.h"

namespace boost {
namespace beast {
namespace mocked {
template <class Token, class T = std::size_t>
using result = asio::result_t<Token, T>;
} // namespace mocked

template <class Protocol> class basic_stream {
public:
  template <class Token>
  mocked::result<Token, void> async_connect(asio::ip::endpoint, Token &&);
  template <class Token>
  mocked::result<Token> async_read_some(asio::mutable_buffer, Token &&);
  template <class Token>
  mocked::result<Token> async_write_some(asio::const_buffer, Token &&);
};
using tcp_stream = basic_stream<asio::ip::tcp>;
class flat_buffer {};
template <class Stream, class Buffer, class Token>
mocked::result<Token, bool> async_detect_ssl(Stream &, Buffer &, Token &&);

namespace http {
struct string_body;
template <class Body> class request_parser {};
template <class Body> class request_serializer {};
template <class Stream, class Buffer, class Parser, class Token>
mocked::result<Token> async_read(Stream &, Buffer &, Parser &, Token &&);
template <class Stream, class Buffer, class Parser, class Token>
mocked::result<Token> async_read_header(Stream &, Buffer &, Parser &, Token &&);
template <class Stream, class Buffer, class Parser, class Token>
mocked::result<Token> async_read_some(Stream &, Buffer &, Parser &, Token &&);
template <class Stream, class Serializer, class Token>
mocked::result<Token> async_write(Stream &, Serializer &, Token &&);
template <class Stream, class Serializer, class Token>
mocked::result<Token> async_write_header(Stream &, Serializer &, Token &&);
template <class Stream, class Serializer, class Token>
mocked::result<Token> async_write_some(Stream &, Serializer &, Token &&);
} // namespace http

namespace websocket {
struct close_reason {};
struct ping_data {};
template <class NextLayer> class stream {
public:
  template <class Token> mocked::result<Token, void> async_accept(Token &&);
  template <class Token>
  mocked::result<Token, void> async_close(const close_reason &, Token &&);
  template <class Token>
  mocked::result<Token, void> async_handshake(std::string_view,
                                              std::string_view, Token &&);
  template <class Token>
  mocked::result<Token, void> async_ping(const ping_data &, Token &&);
  template <class Token>
  mocked::result<Token, void> async_pong(const ping_data &, Token &&);
  template <class Buffer, class Token>
  mocked::result<Token> async_read(Buffer &, Token &&);
  template <class Token>
  mocked::result<Token> async_read_some(asio::mutable_buffer, Token &&);
  template <class Token>
  mocked::result<Token> async_write(asio::const_buffer, Token &&);
  template <class Token>
  mocked::result<Token> async_write_some(bool, asio::const_buffer, Token &&);
};
} // namespace websocket
} // namespace beast
} // namespace boost

#endif // ASYNC_TIDY_TEST_MOCKS_BEAST_H
