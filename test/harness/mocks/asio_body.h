// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one body of asio.h and boost_asio.h, included inside their namespace;
// hence it has neither guard nor includes.

using error_code = std::error_code;
using system_error = std::system_error;
namespace error {
inline constexpr std::errc operation_aborted = std::errc::operation_canceled;
} // namespace error

class any_io_executor {};
class io_context {
public:
  any_io_executor get_executor();
  std::size_t run();
};

template <class T, class Executor = any_io_executor> class awaitable {
public:
  using value_type = T;
  using promise_type = mock::promise<awaitable, T>;
  awaitable(awaitable &&) noexcept;
  mock::awaiter<T> operator co_await() &&;
};

// Completion tokens, and what an operation gives for each of them.
struct use_awaitable_t {};
inline constexpr use_awaitable_t use_awaitable;
struct deferred_t {};
inline constexpr deferred_t deferred;
class detached_t {};
inline constexpr detached_t detached;
template <class Token> struct as_tuple_t {};
template <class Token> as_tuple_t<Token> as_tuple(Token);
template <class Token, class Duration> struct cancel_after_t {};
template <class Token, class Time> struct cancel_at_t {};

template <class T> struct deferred_operation {
  mock::awaiter<T> operator co_await() &&;
};
template <class Token, class T> struct async_result {
  using type = void;
};
template <class T> struct async_result<use_awaitable_t, T> {
  using type = awaitable<T>;
};
template <class T> struct async_result<deferred_t, T> {
  using type = deferred_operation<T>;
};
template <class Token, class T>
struct async_result<as_tuple_t<Token>, T>
    : async_result<Token, std::tuple<error_code, mock::void_to_unit<T>>> {};
template <class Token, class Duration, class T>
struct async_result<cancel_after_t<Token, Duration>, T>
    : async_result<Token, T> {};
template <class Token, class Time, class T>
struct async_result<cancel_at_t<Token, Time>, T> : async_result<Token, T> {};
template <class Token, class T>
using result_t = typename async_result<std::decay_t<Token>, T>::type;

template <class Rep, class Period>
cancel_after_t<deferred_t, std::chrono::duration<Rep, Period>>
    cancel_after(std::chrono::duration<Rep, Period>);
template <class Rep, class Period, class Token>
cancel_after_t<std::decay_t<Token>, std::chrono::duration<Rep, Period>>
cancel_after(std::chrono::duration<Rep, Period>, Token &&);
template <class Clock, class Duration, class Token>
cancel_at_t<std::decay_t<Token>, std::chrono::time_point<Clock, Duration>>
cancel_at(std::chrono::time_point<Clock, Duration>, Token &&);

template <class Executor, class T, class Token>
result_t<Token, T> co_spawn(const Executor &, awaitable<T>, Token &&);
template <class Executor, class F, class Token>
auto co_spawn(const Executor &, F &&f, Token &&)
    -> result_t<Token, typename decltype(f())::value_type> {
  // Defined, because a lambda's type has no linkage. Never run.
  using Result = result_t<Token, typename decltype(f())::value_type>;
  return static_cast<Result (*)()>(nullptr)();
}

enum class cancellation_type : unsigned { none, terminal, partial, total, all };
class cancellation_signal {
public:
  void emit(cancellation_type);
};
class multiple_exceptions : public std::exception {
public:
  std::exception_ptr first_exception() const;
};

namespace this_coro {
struct executor_t {
  mock::awaiter<any_io_executor> operator co_await() const;
};
inline constexpr executor_t executor;
struct cancellation_state_t {
  mock::awaiter<bool> operator co_await() const;
};
inline constexpr cancellation_state_t cancellation_state;
} // namespace this_coro

template <class Clock> class basic_waitable_timer {
public:
  template <class Executor>
  basic_waitable_timer(const Executor &, typename Clock::duration = {});
  std::size_t expires_after(typename Clock::duration);
  std::size_t cancel();
  template <class Token = deferred_t>
  result_t<Token, void> async_wait(Token && = Token());
};
using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;

struct mutable_buffer {};
template <class T> mutable_buffer buffer(T &);

namespace ip {
struct endpoint {};
class tcp;
template <class Protocol> class basic_resolver;
} // namespace ip
class socket_base {
public:
  using message_flags = int;
  enum wait_type { wait_read, wait_write, wait_error };
};
template <class Protocol> class basic_socket_acceptor;
template <class Protocol> class basic_socket : public socket_base {
public:
  template <class Executor> explicit basic_socket(const Executor &);
  template <class Token = deferred_t>
  result_t<Token, void> async_connect(ip::endpoint, Token && = Token());
  template <class Token = deferred_t>
  result_t<Token, void> async_wait(wait_type, Token && = Token());
  void close();
};
struct const_buffer {};
template <class Protocol>
class basic_stream_socket : public basic_socket<Protocol> {
public:
  using basic_socket<Protocol>::basic_socket;
  template <class Token = deferred_t>
  result_t<Token, std::size_t> async_read_some(mutable_buffer,
                                               Token && = Token());
  template <class Token = deferred_t>
  result_t<Token, std::size_t> async_receive(mutable_buffer,
                                             Token && = Token());
  template <class Token = deferred_t>
  result_t<Token, std::size_t> async_send(const_buffer, Token && = Token());
  template <class Token = deferred_t>
  result_t<Token, std::size_t> async_write_some(const_buffer,
                                                Token && = Token());
};
namespace ip {
class tcp {
public:
  using socket = basic_stream_socket<tcp>;
  using endpoint = ip::endpoint;
  using acceptor = basic_socket_acceptor<tcp>;
  using resolver = basic_resolver<tcp>;
};
} // namespace ip
template <class Stream, class Token = deferred_t>
result_t<Token, std::size_t> async_read(Stream &, mutable_buffer,
                                        Token && = Token());
template <class Stream, class Token = deferred_t>
result_t<Token, std::size_t> async_write(Stream &, mutable_buffer,
                                         Token && = Token());
template <class Stream, class Token = deferred_t>
result_t<Token, std::size_t> async_write(Stream &, const_buffer,
                                         Token && = Token());

namespace experimental {

class wait_for_all {};
class wait_for_one {
public:
  explicit wait_for_one(cancellation_type = cancellation_type::all);
};
class wait_for_one_success {
public:
  explicit wait_for_one_success(cancellation_type = cancellation_type::all);
};
class wait_for_one_error {
public:
  explicit wait_for_one_error(cancellation_type = cancellation_type::all);
};

template <class... Ops> class parallel_group {
public:
  template <class Condition, class Token>
  result_t<Token, std::tuple<std::array<std::size_t, sizeof...(Ops)>,
                             std::exception_ptr>>
  async_wait(Condition, Token &&);
};
template <class Op> class ranged_parallel_group {
public:
  template <class Condition, class Token>
  result_t<Token, std::tuple<std::vector<std::size_t>,
                             std::vector<std::exception_ptr>>>
  async_wait(Condition, Token &&);
};
template <class... Ops>
  requires(!requires(Ops op) { op.begin(); } && ...)
parallel_group<Ops...> make_parallel_group(Ops...);
template <class Range>
  requires requires(Range r) { r.begin(); }
ranged_parallel_group<typename std::decay_t<Range>::value_type>
make_parallel_group(Range &&);

namespace awaitable_operators {
template <class Executor>
awaitable<void, Executor> operator&&(awaitable<void, Executor>,
                                     awaitable<void, Executor>);
template <class U, class Executor>
awaitable<U, Executor> operator&&(awaitable<void, Executor>,
                                  awaitable<U, Executor>);
template <class T, class Executor>
awaitable<T, Executor> operator&&(awaitable<T, Executor>,
                                  awaitable<void, Executor>);
template <class T, class U, class Executor>
awaitable<std::tuple<T, U>, Executor> operator&&(awaitable<T, Executor>,
                                                 awaitable<U, Executor>);
template <class... T, class Executor>
awaitable<std::tuple<T..., std::monostate>, Executor>
operator&&(awaitable<std::tuple<T...>, Executor>, awaitable<void, Executor>);
template <class... T, class U, class Executor>
awaitable<std::tuple<T..., U>, Executor>
operator&&(awaitable<std::tuple<T...>, Executor>, awaitable<U, Executor>);

template <class Executor>
awaitable<std::variant<std::monostate, std::monostate>, Executor>
operator||(awaitable<void, Executor>, awaitable<void, Executor>);
template <class U, class Executor>
awaitable<std::variant<std::monostate, U>, Executor>
operator||(awaitable<void, Executor>, awaitable<U, Executor>);
template <class T, class Executor>
awaitable<std::variant<T, std::monostate>, Executor>
operator||(awaitable<T, Executor>, awaitable<void, Executor>);
template <class T, class U, class Executor>
awaitable<std::variant<T, U>, Executor> operator||(awaitable<T, Executor>,
                                                   awaitable<U, Executor>);
} // namespace awaitable_operators
} // namespace experimental
