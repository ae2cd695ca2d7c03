// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Photon, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_PHOTON_H
#define ASYNC_TIDY_TEST_MOCKS_PHOTON_H

#include <cstdint>

namespace photon {
struct thread;
struct join_handle;
using thread_entry = void *(*)(void *);
thread *thread_create(thread_entry, void *, std::uint64_t = 0);
join_handle *thread_enable_join(thread *, bool = true);
void thread_join(join_handle *);
void threads_create_join(std::uint64_t, thread_entry, void *,
                         std::uint64_t = 0);
int thread_usleep(std::uint64_t);
int thread_sleep(std::uint64_t);
int wait_all();
} // namespace photon

#endif // ASYNC_TIDY_TEST_MOCKS_PHOTON_H
