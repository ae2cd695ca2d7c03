// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The third file that reaches shared.h.

#include "shared.h"

boost::asio::awaitable<void> in_third() { co_await both(); }
