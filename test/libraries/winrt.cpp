// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Are the rows of libraries/winrt.yml found, and nothing else?
//
// RUN: %check_async %s async-raw-gather %t

#include "winrt.h"

using namespace winrt::Windows::Foundation;

IAsyncAction ping();
IAsyncOperation<int> fetch(int Id);

IAsyncAction bad_when_all() { co_await winrt::when_all(ping(), fetch(1)); }
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: raw gather 'winrt::when_all' of C++/WinRT: when a child fails, the children behind it are neither awaited nor cancelled; at the first failure in argument order the others are neither awaited nor cancelled

IAsyncAction ok_race() { co_await winrt::when_any(ping(), ping()); }
