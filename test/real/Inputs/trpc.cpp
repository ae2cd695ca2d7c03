// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// tRPC's primitives, called through our mock alone.
//
// LIBRARY: trpc
#include "calls.h"

#include "trpc.h"

namespace async_tidy_calls {
void calls() {
  using Future = trpc::Future<int>;
  auto Work = make<std::vector<Future>>();
  trpc::WhenAll(make<Future>(), make<Future>());           // row: WhenAll
  trpc::WhenAll(Work.begin(), Work.end());                 // row: WhenAll
  trpc::WhenAny(Work.begin(), Work.end());                 // row: WhenAny
  make<Future>().Then([](int) {});                         // row: Future::Then
  trpc::WhenAnyWithoutException(Work.begin(), Work.end()); // row: WhenAnyWithoutException
}
} // namespace async_tidy_calls
