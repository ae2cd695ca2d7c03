// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The second file that reaches shared.h.

#include "shared.h"

boost::asio::awaitable<void> in_second() { co_await both(); }
