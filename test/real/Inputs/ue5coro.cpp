// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// UE5Coro's primitives, called through our mock alone.
//
// LIBRARY: ue5coro
#include "calls.h"

#include "ue5coro.h"

namespace async_tidy_calls {
void calls(const UObject *World) {
  using Task = UE5Coro::TCoroutine<int>;
  UE5Coro::WhenAll(make<Task>(), make<Task>());                // row: WhenAll
  UE5Coro::WhenAny(make<Task>(), make<Task>());                // row: WhenAny
  UE5Coro::Race(make<Task>(), make<Task>());                   // row: Race
  UE5Coro::Latent::WhenAll(World, make<Task>(), make<Task>()); // row: Latent::WhenAll
  UE5Coro::Latent::WhenAny(World, make<Task>(), make<Task>()); // row: Latent::WhenAny
  UE5Coro::Latent::Seconds(1.0);                               // row: Latent::Seconds
  UE5Coro::Async::PlatformSeconds(1.0);                        // row: Async::PlatformSeconds
}
} // namespace async_tidy_calls
