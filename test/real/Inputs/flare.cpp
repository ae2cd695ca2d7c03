// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Flare's primitives, called through our mock alone.
//
// LIBRARY: flare
#include "calls.h"

#include "flare.h"

namespace async_tidy_calls {
void calls() {
  using Future = flare::Future<int>;
  using Futures = std::vector<Future>;
  flare::WhenAll(make<Future>(), make<Future>());  // row: future::utils::WhenAll
  flare::WhenAll(make<Futures>());                 // row: future::utils::WhenAll
  flare::WhenAllPreservingErrors(make<Futures>()); // row: future::utils::WhenAllPreservingErrors
  flare::WhenAny(make<Futures>());                 // row: future::utils::WhenAny
  flare::BlockingGet(make<Future>());              // row: future::utils::BlockingGet
  make<Future>().Then([](int) {});                 // row: future::Future::Then
}
} // namespace async_tidy_calls
