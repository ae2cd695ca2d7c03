// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The operations of the outside world that few tests need: the second body of
// asio.h and boost_asio.h, after asio_body.h and like it without guard.

template <class Stream, class Peers, class Token>
result_t<Token, ip::endpoint> async_connect(Stream &, const Peers &, Token &&);
class streambuf {};
template <class Stream, class Token>
result_t<Token, std::size_t> async_read_until(Stream &, streambuf &, char,
                                              Token &&);
template <class Device, class Token>
result_t<Token, std::size_t> async_read_at(Device &, std::size_t,
                                           mutable_buffer, Token &&);
template <class Device, class Token>
result_t<Token, std::size_t> async_write_at(Device &, std::size_t, const_buffer,
                                            Token &&);

/// An operation \p Name with arguments and a completion token.
#define ASYNC_TIDY_MOCK_OPERATION(Name, Result, ...)                           \
  template <class Token> result_t<Token, Result> Name(__VA_ARGS__, Token &&)
#define ASYNC_TIDY_MOCK_READ_AND_WRITE                                         \
  ASYNC_TIDY_MOCK_OPERATION(async_read_some, std::size_t, mutable_buffer);     \
  ASYNC_TIDY_MOCK_OPERATION(async_write_some, std::size_t, const_buffer)

template <class Protocol>
class basic_datagram_socket : public basic_socket<Protocol> {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_receive, std::size_t, mutable_buffer);
  ASYNC_TIDY_MOCK_OPERATION(async_receive_from, std::size_t, mutable_buffer,
                            ip::endpoint &);
  ASYNC_TIDY_MOCK_OPERATION(async_send, std::size_t, const_buffer);
  ASYNC_TIDY_MOCK_OPERATION(async_send_to, std::size_t, const_buffer,
                            const ip::endpoint &);
};
template <class Protocol>
class basic_raw_socket : public basic_socket<Protocol> {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_receive, std::size_t, mutable_buffer);
  ASYNC_TIDY_MOCK_OPERATION(async_receive_from, std::size_t, mutable_buffer,
                            ip::endpoint &);
  ASYNC_TIDY_MOCK_OPERATION(async_send, std::size_t, const_buffer);
  ASYNC_TIDY_MOCK_OPERATION(async_send_to, std::size_t, const_buffer,
                            const ip::endpoint &);
};
template <class Protocol>
class basic_seq_packet_socket : public basic_socket<Protocol> {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_receive, std::size_t, mutable_buffer,
                            socket_base::message_flags &);
  ASYNC_TIDY_MOCK_OPERATION(async_send, std::size_t, const_buffer,
                            socket_base::message_flags);
};
template <class Protocol> class basic_socket_acceptor : public socket_base {
public:
  template <class Token>
  result_t<Token, basic_stream_socket<Protocol>> async_accept(Token &&);
  ASYNC_TIDY_MOCK_OPERATION(async_wait, void, wait_type);
};
namespace generic {
class seq_packet_protocol;
} // namespace generic
namespace ip {
template <class Protocol> class basic_resolver {
public:
  struct results_type {};
  ASYNC_TIDY_MOCK_OPERATION(async_resolve, results_type, std::string_view,
                            std::string_view);
};
class udp {
public:
  using socket = basic_datagram_socket<udp>;
  using endpoint = ip::endpoint;
};
class icmp {
public:
  using endpoint = ip::endpoint;
};
} // namespace ip

template <class Time> class basic_deadline_timer {
public:
  template <class Token> result_t<Token, void> async_wait(Token &&);
};
template <class Executor = any_io_executor> class basic_signal_set {
public:
  template <class Token> result_t<Token, int> async_wait(Token &&);
};
using signal_set = basic_signal_set<>;

template <class Executor = any_io_executor> class basic_serial_port {
public:
  ASYNC_TIDY_MOCK_READ_AND_WRITE;
};
using serial_port = basic_serial_port<>;
template <class Executor = any_io_executor> class basic_readable_pipe {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_read_some, std::size_t, mutable_buffer);
};
using readable_pipe = basic_readable_pipe<>;
template <class Executor = any_io_executor> class basic_writable_pipe {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_write_some, std::size_t, const_buffer);
};
using writable_pipe = basic_writable_pipe<>;
template <class Executor = any_io_executor> class basic_stream_file {
public:
  ASYNC_TIDY_MOCK_READ_AND_WRITE;
};
using stream_file = basic_stream_file<>;
template <class Executor = any_io_executor> class basic_random_access_file {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_read_some_at, std::size_t, std::size_t,
                            mutable_buffer);
  ASYNC_TIDY_MOCK_OPERATION(async_write_some_at, std::size_t, std::size_t,
                            const_buffer);
};
using random_access_file = basic_random_access_file<>;
namespace posix {
class descriptor_base {
public:
  enum wait_type { wait_read, wait_write, wait_error };
};
template <class Executor = any_io_executor>
class basic_descriptor : public descriptor_base {
public:
  ASYNC_TIDY_MOCK_OPERATION(async_wait, void, wait_type);
};
template <class Executor = any_io_executor>
class basic_stream_descriptor : public basic_descriptor<Executor> {
public:
  ASYNC_TIDY_MOCK_READ_AND_WRITE;
};
using stream_descriptor = basic_stream_descriptor<>;
} // namespace posix
namespace ssl {
template <class Stream> class stream {
public:
  enum handshake_type { client, server };
  ASYNC_TIDY_MOCK_OPERATION(async_handshake, void, handshake_type);
  template <class Token> result_t<Token, void> async_shutdown(Token &&);
  ASYNC_TIDY_MOCK_READ_AND_WRITE;
};
} // namespace ssl

namespace experimental {
namespace detail {
template <class Derived> class channel_send_functions {
public:
  template <class T, class Token>
  result_t<Token, void> async_send(error_code, T, Token &&);
};
} // namespace detail
template <class Executor, class... Signatures>
class basic_channel : public detail::channel_send_functions<
                          basic_channel<Executor, Signatures...>> {
public:
  template <class Token> result_t<Token, int> async_receive(Token &&);
};
template <class Executor, class... Signatures>
class basic_concurrent_channel
    : public detail::channel_send_functions<
          basic_concurrent_channel<Executor, Signatures...>> {
public:
  template <class Token> result_t<Token, int> async_receive(Token &&);
};
template <class... Signatures>
using channel = basic_channel<any_io_executor, Signatures...>;
template <class... Signatures>
using concurrent_channel =
    basic_concurrent_channel<any_io_executor, Signatures...>;
} // namespace experimental

#undef ASYNC_TIDY_MOCK_OPERATION
#undef ASYNC_TIDY_MOCK_READ_AND_WRITE
