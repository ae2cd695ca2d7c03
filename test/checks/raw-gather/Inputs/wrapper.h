// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A team's own safe gather.

#ifndef WRAPPER_H
#define WRAPPER_H

#include "boost_asio.h"

namespace team {
struct capture_t {};
inline constexpr capture_t capture;
template <class... T> boost::asio::awaitable<void> all(boost::asio::awaitable<T>...);
template <class... T> boost::asio::awaitable<void> all(capture_t, boost::asio::awaitable<T>...);
} // namespace team

#endif // WRAPPER_H
