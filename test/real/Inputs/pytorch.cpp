// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// PyTorch's primitives, called through our mock alone.
//
// LIBRARY: pytorch
#include "calls.h"

#include "pytorch.h"

namespace async_tidy_calls {
void calls() {
  using Future = c10::intrusive_ptr<c10::ivalue::Future>;
  c10::collectAll(make<c10::List<Future>>()); // row: collectAll
  c10::collectAny(make<c10::List<Future>>()); // row: collectAny
  make<Future>()->wait();                     // row: ivalue::Future::wait
  make<Future>()->waitAndThrow();             // row: ivalue::Future::waitAndThrow
}
} // namespace async_tidy_calls
