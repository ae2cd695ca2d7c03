// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on standalone Asio.
//
// REQUIRES: asio
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra %asio_args -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/asio.hpp>

#include <asio/bind_cancellation_slot.hpp>
#include <asio/bind_executor.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/strand.hpp>
#include <asio/use_awaitable.hpp>

namespace conformance {
namespace lib = asio;
using asio::error_code;
using asio::system_error;
} // namespace conformance

#include "asio_traits.h"

struct traits : conformance::asio_traits {
  static constexpr auto name = "Asio";
};

int main() { return conformance::run_suite<traits>(); }
