// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A header reached from three files is reported once and edited once.
//
// RUN: %check_async %s async-raw-gather %t --with=Inputs/shared.h \
// RUN:   --tu=Inputs/second.cpp,Inputs/third.cpp

#include "shared.h"

boost::asio::awaitable<void> in_first() { co_await both(); }

// CHECK-MESSAGES: shared.h:15:{{[0-9]+}}: warning: {{.*}} [async-raw-gather]
// CHECK-FIXES: #include <safe_async/boost_asio.hpp>
// CHECK-FIXES: co_await safe_async::safe_gather(one(), two());
