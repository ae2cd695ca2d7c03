// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YTsaurus's primitives, called through our mock alone.
//
// LIBRARY: ytsaurus
#include "calls.h"

#include "ytsaurus.h"

namespace async_tidy_calls {
void calls() {
  using Futures = std::vector<NYT::TFuture<int>>;
  NYT::AllSucceeded(make<Futures>());          // row: AllSucceeded
  NYT::AllSet(make<Futures>());                // row: AllSet
  NYT::AllSetWithTimeout(make<Futures>(), 1s); // row: AllSetWithTimeout
  NYT::AnySucceeded(make<Futures>());          // row: AnySucceeded
  NYT::AnySet(make<Futures>());                // row: AnySet
  make<NYT::TFuture<int>>().AsVoid();          // row: TFutureBase::AsVoid
}
} // namespace async_tidy_calls
