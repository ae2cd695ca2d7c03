// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Photon's primitives, called through our mock alone.
//
// LIBRARY: photon
#include "calls.h"

#include "photon.h"

namespace async_tidy_calls {
void *work(void *);

void calls() {
  photon::threads_create_join(8, work, nullptr);            // row: threads_create_join
  auto *Started = photon::thread_create(work, nullptr);     // row: thread_create
  photon::thread_join(photon::thread_enable_join(Started)); // row: thread_join
  photon::wait_all();                                       // row: wait_all
  photon::thread_sleep(1);                                  // row: thread_sleep
  photon::thread_usleep(1);                                 // row: thread_usleep
}
} // namespace async_tidy_calls
