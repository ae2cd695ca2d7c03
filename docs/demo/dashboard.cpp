// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program of ./dev demo: a dashboard that asks three services at once.
//
// The services are real TCP servers on the loopback interface. One of them is
// down today, and the dashboard should say which.

#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;
using namespace boost::asio::experimental::awaitable_operators;

// A service that sends one answer to whoever connects, after some time.
class Service {
public:
  Service(asio::any_io_executor Executor, std::string Name, std::string Answer,
          std::chrono::milliseconds Delay)
      : Acceptor(Executor, {asio::ip::address_v4::loopback(), 0}),
        Name(std::move(Name)), Answer(std::move(Answer)), Delay(Delay) {}

  tcp::endpoint endpoint() const { return Acceptor.local_endpoint(); }
  const std::string &name() const { return Name; }

  awaitable<void> serve() {
    while (Acceptor.is_open()) {
      tcp::socket Peer = co_await Acceptor.async_accept(use_awaitable);
      asio::steady_timer Work(Peer.get_executor(), Delay);
      co_await Work.async_wait(use_awaitable);
      co_await asio::async_write(Peer, asio::buffer(Answer), use_awaitable);
    }
  }

  awaitable<void> shutdown() {
    std::cout << "  closing " << Name << "\n";
    Acceptor.close();
    co_return;
  }

private:
  tcp::acceptor Acceptor;
  std::string Name;
  std::string Answer;
  std::chrono::milliseconds Delay;
};

// Asks one service; an answer that starts with '!' is an error.
awaitable<std::string> fetch(const Service &From) {
  tcp::socket Socket(co_await asio::this_coro::executor);
  co_await Socket.async_connect(From.endpoint(), use_awaitable);
  std::string Answer;
  co_await asio::async_read_until(Socket, asio::dynamic_buffer(Answer), '\n',
                                  use_awaitable);
  Answer.pop_back();
  if (Answer.starts_with('!'))
    throw std::runtime_error(From.name() + ": " + Answer.substr(1));
  co_return Answer;
}

struct Services {
  explicit Services(asio::any_io_executor Executor)
      : Channel(Executor, "channel", "Evening News\n", 80ms),
        FrontRow(Executor, "front row", "Ada, Grace, Barbara\n", 40ms),
        Participants(Executor, "participants", "!503 service unavailable\n",
                     20ms) {}
  Service Channel, FrontRow, Participants;
};

// All three answers are needed to show anything.
awaitable<void> show_dashboard(Services &From) {
  auto [Channel, FrontRow, Participants] = co_await (
      fetch(From.Channel) && fetch(From.FrontRow) && fetch(From.Participants));
  std::cout << "  " << Channel << " | " << FrontRow << " | " << Participants
            << "\n";
}

// Every service must get its chance to close, whatever the others do.
awaitable<void> shutdown(Services &All) {
  co_await (All.Channel.shutdown() && All.FrontRow.shutdown() &&
            All.Participants.shutdown());
}

bool is_cancelled(const std::exception &Error) {
  const auto *Coded = dynamic_cast<const boost::system::system_error *>(&Error);
  return Coded && Coded->code() == asio::error::operation_aborted;
}

awaitable<void> run(Services &All) {
  try {
    co_await show_dashboard(All);
  } catch (const std::exception &Error) {
    if (is_cancelled(Error))
      throw; // whoever cancelled this does not want it to go on
    std::cout << "  no dashboard today: " << Error.what() << "\n";
  }
  co_await shutdown(All);
}

int main() {
  asio::io_context Context;
  Services All(Context.get_executor());
  for (Service *S : {&All.Channel, &All.FrontRow, &All.Participants})
    asio::co_spawn(Context, S->serve(), asio::detached);
  asio::co_spawn(Context, run(All), asio::detached);
  Context.run();
}
