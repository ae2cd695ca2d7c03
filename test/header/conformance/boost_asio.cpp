// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on Boost.Asio.
//
// REQUIRES: boost-asio
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/boost_asio.hpp>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace conformance {
namespace lib = boost::asio;
using boost::system::error_code;
using boost::system::system_error;
} // namespace conformance

#include "asio_traits.h"

struct traits : conformance::asio_traits {
  static constexpr auto name = "Boost.Asio";
};

int main() { return conformance::run_suite<traits>(); }
