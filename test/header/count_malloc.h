// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many times does a program ask for memory? Counted at malloc, because not
// everything comes through operator new: Asio takes what its caches don't have
// from aligned_alloc. glibc lets a program define these functions and keeps its
// own under other names. Not for sanitizers, which do the same.
//
// Include in one file of a program.
#ifndef SAFE_ASYNC_TEST_COUNT_MALLOC_H
#define SAFE_ASYNC_TEST_COUNT_MALLOC_H

#include <atomic>
#include <cerrno>
#include <cstddef>

extern "C" {
void *__libc_malloc(std::size_t);
void *__libc_calloc(std::size_t, std::size_t);
void *__libc_realloc(void *, std::size_t);
void *__libc_memalign(std::size_t, std::size_t);
}

namespace test {
inline std::atomic<std::size_t> malloc_calls = 0;
inline std::size_t mallocs() { return malloc_calls; }

inline void count_one() {
  malloc_calls.fetch_add(1, std::memory_order_relaxed);
}
} // namespace test

extern "C" {
void *malloc(std::size_t n) {
  test::count_one();
  return __libc_malloc(n);
}
void *calloc(std::size_t n, std::size_t size) {
  test::count_one();
  return __libc_calloc(n, size);
}
void *realloc(void *p, std::size_t n) {
  test::count_one();
  return __libc_realloc(p, n);
}
void *memalign(std::size_t alignment, std::size_t n) {
  test::count_one();
  return __libc_memalign(alignment, n);
}
void *aligned_alloc(std::size_t alignment, std::size_t n) {
  return memalign(alignment, n);
}
int posix_memalign(void **p, std::size_t alignment, std::size_t n) {
  *p = memalign(alignment, n);
  return *p ? 0 : ENOMEM;
}
}

#endif // SAFE_ASYNC_TEST_COUNT_MALLOC_H
