// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++/WinRT's primitives, called through our mock alone.
//
// LIBRARY: winrt
#include "calls.h"

#include "winrt.h"

namespace async_tidy_calls {
void calls(void *Handle) {
  using Action = winrt::Windows::Foundation::IAsyncAction;
  winrt::when_all(make<Action>(), make<Action>()); // row: when_all
  winrt::when_any(make<Action>(), make<Action>()); // row: when_any
  winrt::resume_after(1s);                         // row: resume_after
  winrt::resume_on_signal(Handle);                 // row: resume_on_signal
}
} // namespace async_tidy_calls
