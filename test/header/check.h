// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a header test fail? CHECK prints the place and the expression and
// the program ends with 1; it is there in every build, unlike assert.
#ifndef SAFE_ASYNC_TEST_CHECK_H
#define SAFE_ASYNC_TEST_CHECK_H

#include <cstdio>
#include <cstdlib>

#define CHECK(...)                                                             \
  do {                                                                         \
    if (!(__VA_ARGS__)) {                                                      \
      std::fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__,          \
                   #__VA_ARGS__);                                              \
      std::fflush(nullptr);                                                    \
      std::_Exit(1);                                                           \
    }                                                                          \
  } while (false)

#endif // SAFE_ASYNC_TEST_CHECK_H
