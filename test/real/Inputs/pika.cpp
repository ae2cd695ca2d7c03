// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pika's primitives, called through our mock alone.
//
// LIBRARY: pika
#include "calls.h"

#include "pika.h"

namespace async_tidy_calls {
void calls(int A, int B) {
  namespace ex = pika::execution::experimental;
  ex::when_all(A, B);                            // row: when_all
  ex::when_all_vector(make<std::vector<int>>()); // row: when_all_vector
  ex::transfer_when_all(0, A, B);                // row: transfer_when_all
  ex::start_detached(A);                         // row: start_detached
  ex::ensure_started(A);                         // row: ensure_started
}
} // namespace async_tidy_calls
