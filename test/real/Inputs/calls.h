// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every call file needs: a value of any type, without knowing how to make
// one. Call files are read, never run; see tool/dev/real_libraries.py.

#ifndef ASYNC_TIDY_REAL_CALLS_H
#define ASYNC_TIDY_REAL_CALLS_H

#include <chrono>
#include <utility>
#include <vector>

namespace async_tidy_calls {
template <class T>
T make() { __builtin_unreachable(); }
using namespace std::chrono_literals;
} // namespace async_tidy_calls

#endif // ASYNC_TIDY_REAL_CALLS_H
