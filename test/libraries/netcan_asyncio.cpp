// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/netcan_asyncio.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "netcan_asyncio.h"

using namespace std::chrono_literals;

asyncio::Task<> ping();
asyncio::Task<int> fetch(int Id);

asyncio::Task<> bad_gather() { auto [A, B] = co_await asyncio::gather(fetch(1), ping()); }
// CHECK-MESSAGES: :[[@LINE-1]]:55: warning: raw gather 'asyncio::gather' of asyncio: when a child fails, its siblings are cancelled but not joined; at the first failure the frames of the others are destroyed where they stand

void bad_run() { asyncio::run(asyncio::gather(ping(), ping())); }
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: raw gather 'asyncio::gather' of asyncio: when a child fails, its siblings are cancelled but not joined; at the first failure the frames of the others are destroyed where they stand

asyncio::Task<> ok_timeout() { co_await asyncio::wait_for(fetch(1), 5s); }
